/** Where a person's choice is kept: with this script, for this person, in every spreadsheet; needs no further right. */
const KEY = "language";

/** The language that a person chose in the sidebar, else their account's. */
export function spokenLanguage(): string {
  const chosen = ((): string | null => {
    try {
      return PropertiesService.getUserProperties().getProperty(KEY);
    } catch {
      // Before a person lets an add-on into a spreadsheet it may keep nothing.
      return null;
    }
  })();
  return chosen ?? Session.getActiveUserLocale();
}

export function speak(language: string): void {
  PropertiesService.getUserProperties().setProperty(KEY, language);
}
