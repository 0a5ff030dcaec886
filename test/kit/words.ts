import "../../core/words/both";
