import { parentsOf } from '../lineage/bases'
import type { Reading } from '../snapshot/reading'

/**
 * Which role a data set that metadata lists can play. The `datasets` key does not say: it holds pre-training, tuning and
 * even evaluation sets. A fine-tune's list is never taken for its base's pre-training data.
 */

export type Role = 'base' | 'tuned' | 'evaluation' | null

const BENCHMARK =
  /(?:^|[/_-])(?:mmlu(?:_pro)?|hellaswag|winogrande|truthful_?qa|ai2_arc|arc-challenge|human_?eval|mbpp|lambada|piqa|boolq|big_?bench|bbh|gpqa|ifeval|mt_?bench|alpaca_?eval|xstest|ceval|cmmlu)(?:$|[/_-])/i
const PRETRAINING =
  /(?:^|[/_-])(?:the_?pile|pile|c4|mc4|redpajama\S*|refinedweb|falcon-refinedweb|fineweb\S*|wikipedia|wikitext\S*|bookcorpus\w*|oscar\S*|dolma\S*|slimpajama\S*|the-stack\S*|starcoderdata|laion\S*|openwebtext\S*|cc100|cc_news|roots|cosmopedia\S*|madlad\S*|culturax|dclm\S*|commonpool|datacomp\S*|common_corpus|proof-pile\S*)(?:$|[/_-])/i
const TUNING =
  /instruct|dolly|alpaca|oasst|openassistant|sharegpt|ultrachat|ultrafeedback|dpo|rlhf|rlaif|preference|helpful|harmless|(?:^|[/_-])(?:hh|sft|chat|orca|flan|p3|xp3|guanaco\w*|wizard\w*|platypus)(?:$|[/_-])|openhermes|slimorca|tulu|lima|hermes/i
const TUNED_NAME =
  /instruct|chat|(?:^|[-_])(?:it|sft|dpo|ppo|kto|grpo|rlhf|ft|finetuned?|fine-tuned?|lora|qlora|orpo|tuned)(?:$|[-_.])|-(?:squad|mnli|sst|ner|go_emotions)/i
/** What only a tuned model is: one that judges answers, sorts texts or embeds sentences. */
const TUNED_KIND =
  /reward|preference|(?:^|[-_])rm(?:[-_.]|$)|(?:^|[-_])(?:guard|moderation|classifier|re-?ranker?|cross-encoder|sbert|sentiment|nli|sts|msmarco)(?:$|[-_.])/i
const TUNED_TAG =
  /^(?:sentence-transformers|cross-encoder|reward-(?:model|trainer)|rlhf|dpo|orpo|kto|sft|trl|setfit|alignment-handbook)$/i
/** Tasks that a pre-trained encoder is tuned for. */
const TUNED_TASK = new Set([
  'text-classification',
  'token-classification',
  'question-answering',
  'summarization',
  'translation',
  'zero-shot-classification',
  'sentence-similarity',
  'table-question-answering',
])

/** Reads from the card's words that the model was tuned; a content script carries no such reader. */
let saysTuned: (reading: Reading) => boolean = () => false

export function registerTunedWords(read: (reading: Reading) => boolean): void {
  saysTuned = read
}

/**
 * True when metadata, or the card's words, show a model that was tuned from another one. Pre-training that goes on from
 * another model is pre-training.
 */
export function looksTuned(reading: Reading): boolean {
  const name = reading.id.slice(reading.id.indexOf('/') + 1).slice(0, 200)
  if (TUNED_NAME.test(name) || TUNED_KIND.test(name)) return true
  const parents = parentsOf(reading)
  if (parents.some(({ relation }) => relation !== 'continued-pretraining')) return true
  const model = reading.model
  if (model?.pipeline_tag != null && TUNED_TASK.has(model.pipeline_tag)) return true
  return (
    (model?.tags ?? []).some((tag) => TUNED_TAG.test(tag)) || (parents.length === 0 && saysTuned(reading))
  )
}

/** The role of one listed data set. Null: it cannot be told. */
export function roleOf(dataset: string, tuned: boolean): Role {
  const id = dataset.slice(0, 200)
  if (BENCHMARK.test(id)) return 'evaluation'
  if (TUNING.test(id)) return 'tuned'
  if (PRETRAINING.test(id)) return tuned ? null : 'base'
  return tuned ? 'tuned' : 'base'
}
