/** Questions asked one after another in the same box, with a way back; Escape ends all of them. */
import {
  type InputBox,
  l10n,
  type QuickInputButton,
  QuickInputButtons,
  type QuickPick,
  type QuickPickItem,
  window,
} from 'vscode'

export interface Question {
  readonly title: string
  readonly prompt: string
  /** Filled in at first. */
  readonly value: string
  /** Offered to choose from; without any the answer is typed. */
  readonly choices?: readonly Choice[]
  /** A sentence on what is wrong with an answer, `undefined` when it is right. */
  readonly check?: (answer: string) => string | undefined
}

export interface Choice extends QuickPickItem {
  readonly value: string
  /** Chosen, this question is asked instead. */
  readonly next?: Question
}

/** One answer for each question, `undefined` when the person gave up. */
export async function ask(questions: readonly Question[]): Promise<readonly string[] | undefined> {
  const answers: string[] = []
  while (answers.length < questions.length) {
    const step = answers.length
    const question = questions[step]
    if (question === undefined) break
    const answer = await askOne(question, step, questions.length)
    if (answer === undefined) return undefined
    if (answer === back) answers.pop()
    else answers.push(answer)
  }
  return answers
}

const back = Symbol('back')
type Answer = string | typeof back | undefined

async function askOne(question: Question, step: number, steps: number): Promise<Answer> {
  if (question.choices === undefined) return type(question, step, steps)
  const choice = await choose(question, question.choices, step, steps)
  if (choice === undefined || choice === back) return choice
  if (choice.next === undefined) return choice.value
  const typed = await askOne(choice.next, step, steps)
  return typed === back ? askOne(question, step, steps) : typed
}

function type(question: Question, step: number, steps: number): Promise<Answer> {
  const box = window.createInputBox()
  box.prompt = question.prompt
  box.value = question.value
  box.onDidChangeValue((text) => {
    box.validationMessage = question.check?.(text.trim())
  })
  return shown(box, question, step, steps, () => {
    const answer = box.value.trim()
    box.validationMessage = question.check?.(answer)
    return box.validationMessage === undefined ? answer : undefined
  })
}

function choose(
  question: Question,
  choices: readonly Choice[],
  step: number,
  steps: number,
): Promise<Choice | typeof back | undefined> {
  const pick = window.createQuickPick<Choice>()
  pick.items = choices
  pick.placeholder = question.prompt
  pick.matchOnDescription = true
  pick.activeItems = choices.filter((choice) => choice.value === question.value).slice(0, 1)
  return shown(pick, question, step, steps, () => pick.activeItems[0])
}

/** Shows an input until it is answered; `accepted` gives `undefined` for an answer that is not right. */
function shown<T>(
  input: InputBox | QuickPick<Choice>,
  question: Question,
  step: number,
  steps: number,
  accepted: () => T | undefined,
): Promise<T | typeof back | undefined> {
  input.title = question.title
  input.step = step + 1
  input.totalSteps = steps
  // A change of window, for a look into a file, does not end the questions.
  input.ignoreFocusOut = true
  if (step > 0) input.buttons = [QuickInputButtons.Back]
  return new Promise((resolve) => {
    const end = (answer: T | typeof back | undefined): void => {
      resolve(answer)
      input.dispose()
    }
    const goBack = (button: QuickInputButton): void => {
      if (button === QuickInputButtons.Back) end(back)
    }
    input.onDidTriggerButton(goBack)
    input.onDidAccept(() => {
      const answer = accepted()
      if (answer !== undefined) end(answer)
    })
    input.onDidHide(() => end(undefined))
    input.show()
  })
}

/** For answers that may be left out. */
export function optional(prompt: string): string {
  return l10n.t('{0} (may be left empty)', prompt)
}
