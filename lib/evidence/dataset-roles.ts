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
  /instruct|chat|(?:^|[-_])(?:it|sft|dpo|rlhf|ft|finetuned?|fine-tuned?|lora|qlora|orpo|tuned|reward|rm|rlhf|ppo|kto|grpo|reranker|cross-encoder)(?:$|[-_.])|-(?:squad|mnli|sst|ner|go_emotions)/i
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

/** True when metadata shows a model that was tuned from another one. */
export function looksTuned(reading: Reading): boolean {
  const name = reading.id.slice(reading.id.indexOf('/') + 1).slice(0, 200)
  if (parentsOf(reading).length > 0 || TUNED_NAME.test(name)) return true
  const task = reading.model?.pipeline_tag
  return task != null && TUNED_TASK.has(task)
}

/** The role of one listed data set. Null: it cannot be told. */
export function roleOf(dataset: string, tuned: boolean): Role {
  const id = dataset.slice(0, 200)
  if (BENCHMARK.test(id)) return 'evaluation'
  if (TUNING.test(id)) return 'tuned'
  if (PRETRAINING.test(id)) return tuned ? null : 'base'
  return tuned ? 'tuned' : 'base'
}
