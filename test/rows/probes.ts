/** A mark that a formula of ours never holds. */
export const mark = "4711";
/** What a person or a file may put into a field, and no program may take for a formula, a command or markup. */
export const probes: readonly (readonly [title: string, text: string])[] = [
  ["a sum", "=4711+1"], ["a plus", "+4711+1"], ["a minus", "-4711+1"], ["an at sign", "@SUM(4711)"], ["a telephone number", "+84 237 385 2246"],
  ["a tab first", "\t=4711+1"], ["a return first", "\r=4711+1"], ["a line first", "\n=4711+1"], ["a space first", " =4711+1"], ["a space no one sees", "\u200b=4711+1"],
  ["a link by formula", '=HYPERLINK("http://a4711.invalid","xem")'], ["a page by formula", '=WEBSERVICE("http://a4711.invalid")'],
  ["a command", "=cmd|' /C calc4711'!A0"], ["a command after a plus", "+cmd|' /C calc4711'!A0"], ["a name", "=A4711:Z4711"], ["an array", "{=4711+1}"], ["an error", "#REF!"],
  ["an apostrophe first", "'=4711"], ["two apostrophes", "''=4711"], ["a quotation mark first", '"=4711+1"'], ["full-width signs", "＝4711+1"], ["a true value", "TRUE"],
  ["an image", "<img src=x onerror=\"document.title=4711\">"], ["a script", "\"><script>document.title=4711</script>"], ["the end of a script", "</script><svg onload=document.title=4711>"],
  ["a link in script", "javascript:document.title=4711"], ["a frame", "<iframe srcdoc=\"<script>parent.document.title=4711</script>\">"],
  ["a comment", "<!-- x"], ["character data", "]]><a/>"], ["an entity", "&lt;b&gt;&amp;#61;4711"], ["an escape of .xlsx", "_x003D_4711+1"],
  ["a template", "{{constructor.constructor('document.title=1')()}}"], ["another template", "${document.title=4711}"], ["a scriptlet", "<?!= 4711+1 ?>"],
  ["a line parted by Unicode", "a\u2028=4711+1\u2029b"], ["a text turned round", "\u202e=4711+1\u202c"], ["a null", "\u0000=4711+1"], ["signs that control", "a\u0001\u0008\u001fb"],
  ["half a letter", "\ud800=4711+1"], ["the other half", "x\udc00"], ["no letter", "x\uffff"], ["an insider's name", "__proto__"], ["another insider's name", "constructor"],
  ["a path", "..\\..\\=4711+1"], ["a footer's code", "&P&\"Wingdings\"&A"],
];
export const texts = probes.map(([, text]) => text);
