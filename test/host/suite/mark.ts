/** What mocha's lines begin with, to tell them from all else that VS Code logs. */
export const mark = '[mocha] '
