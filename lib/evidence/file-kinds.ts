/**
 * What a file is, told by its path alone. One look at the ending, then one or two bounded patterns on the name, so that
 * a listing of a hundred thousand files stays cheap. Patterns follow the files that the Hub's libraries write.
 */

export type FileKind =
  | 'weights'
  | 'weights-part'
  | 'weights-index'
  | 'adapter'
  | 'adapter-config'
  | 'checkpoint-weights'
  | 'maybe-weights'
  | 'pointer'
  | 'optimizer'
  | 'sharded-optimizer'
  | 'opaque'
  | 'config'
  | 'training-args'
  | 'training-config'
  | 'modeling'
  | 'training'
  | 'finetuning'
  | 'data-processing'
  | 'tuning-data'
  | 'inference'
  | 'evaluation'
  | 'support-code'
  | 'other-code'
  | 'packaging'
  | 'requirements'
  | 'eval-results'
  | 'report'
  | 'datasheet'
  | 'system-card'
  | 'samples'
  | 'docs'
  | 'policy'
  | 'readme'
  | 'process'

const MAX_PATH = 1_024

const ALWAYS_WEIGHTS = new Set([
  'safetensors',
  'gguf',
  'ggml',
  'onnx',
  'msgpack',
  'h5',
  'nemo',
  'ckpt',
  'tflite',
  'keras',
  'pdparams',
  'distcp',
  'mlmodel',
  'litertlm',
])
const SOMETIMES_WEIGHTS = new Set([
  'bin',
  'pt',
  'pth',
  'npz',
  'pkl',
  'joblib',
  'params',
  'model',
  'tar',
  'index',
])
/** Endings that never hold parameters; anything else that is large keeps a listing from proving absence. */
const HARMLESS = new Set([
  'txt',
  'md',
  'rst',
  'json',
  'jsonl',
  'yaml',
  'yml',
  'toml',
  'cfg',
  'ini',
  'lock',
  'csv',
  'tsv',
  'png',
  'jpg',
  'jpeg',
  'gif',
  'svg',
  'webp',
  'ico',
  'pdf',
  'html',
  'css',
  'js',
  'ts',
  'mp4',
  'mp3',
  'wav',
  'flac',
  'gitattributes',
  'gitignore',
  'gitkeep',
  'jinja',
  'vocab',
  'spm',
  'tiktoken',
  'merges',
  'in',
  'bib',
  'tex',
  'ttf',
  'log',
  'xml',
])
const CODE = new Set([
  'py',
  'sh',
  'ipynb',
  'cu',
  'cpp',
  'cc',
  'c',
  'rs',
  'go',
  'java',
  'jl',
  'lua',
  'r',
  'ps1',
  'bat',
  'scala',
  'swift',
])

const OPTIMIZER =
  /^(?:optimizer|scheduler|rng_state|random_states|scaler|trainer_state)|optim_states|optimizer_state/
const NOT_PARAMETERS =
  /^(?:training_args|tokenizer|spiece|sentencepiece|vocab|bpe|embeddings_stats|mean|std|stats)|vad\b|voices?\//
const ADAPTER = /^adapter_|lora/
const PART =
  /(?:^|\/)(?:vae|vae_\w+|text_encoder(?:_\d)?|image_encoder|safety_checker|feature_extractor|tokenizer(?:_\d)?)\/[^/]+$/
const CHECKPOINT = /(?:^|\/)(?:checkpoint|ckpt|step|iter|epoch|global_step)[-_]?\d+\//
const NAMED_WEIGHTS = /^(?:pytorch_model|model|diffusion_pytorch_model|consolidated|ggml|flax_model|weights)/
const TF_SHARD = /\.data-\d{5}-of-\d{5}$/

const TEST_PATH = /(?:^|\/)(?:tests?|testing|\.github)\//
/** Somebody else's code, carried along. */
const VENDORED =
  /(?:^|\/)(?:third_?party|3rd_?party|vendor|external|dependencies|deps|submodules|node_modules|site-packages)\//
const TUNING_PATH =
  /(?:^|\/)(?:fine_?-?tun\w*|sft|dpo|lora|qlora|rlhf|chat|instruct\w*|alignment)[^/]{0,40}\//
/** Whatever is in there draws figures. */
const PLOT_PATH = /(?:^|\/)(?:plots?|figures?|plot\w{1,20}|figure\w{1,20})\//
/** Whatever code is in there makes data. */
const DATA_PATH =
  /(?:^|\/)(?:data_?prep\w*|data_?process\w*|pre_?process(?:ing)?|data_?pipelines?|data_?curation|dedup\w*|tokeni[sz]ation_prep|(?:\w{1,20}_)?(?:scrap(?:er|ing)|crawl(?:er|ing)?))\//
const EXAMPLE_PATH = /(?:^|\/)(?:examples?|tutorials?|notebooks?|demos?|cookbooks?|recipes?)\//
const MODELING = /^(?:modeling_\w+|modeling|model|modelling)\.py$/
const INFERENCE_PROCESSOR =
  /^(?:image_|video_|feature_|audio_)?(?:processing|processor|preprocessor|extraction)_|^preprocessor_config|^(?:image|feature|video)_process|^tokenization_|^configuration_/
const FINETUNING =
  /(?:^|[-_])fine[-_]?tun\w*|^(?:sft|dpo|ppo|grpo|orpo|rlhf)(?:[-_]|$)|^(?:q?lora|peft)[-_](?:train|tun|sft|script)|_(?:sft|dpo|q?lora|peft)(?:[_-]|$)/
const TRAINING =
  /^(?:pre-?_?train\w*|train(?!_?state)\w*|launch_train\w*|distill\w*|run_distill\w*)|_(?:pre-?_?train(?:ing)?|train(?:ing|er)?)$|^run_(?:pre)?train/
const DATA_PROCESSING =
  /^(?:pre_?process\w*|prepare_?(?:data|corpus|dataset)\w*|(?:prepare|create|make|build|augment|clean|convert)_\w{1,30}_?(?:data|dataset|data_?mix|corpus|tfrecords?)|process_(?!images?|videos?|audio|text|prompts?|inputs?|outputs?|masks?|or|ing)[a-z]\w{2,30}|(?:\w{1,20}_)?pseudo_?label\w*|remove_(?:low|dup|bad)\w*|augment_data\w*|data_?(?:prep|process)\w*|process_?data\w*|dedup\w*|filter_?\w*|tokeni[sz]e(?!r)\w*|curate\w*|make_?data\w*|build_?(?:data|corpus)\w*|create_?(?:data|corpus|pretraining_data)\w*|clean_?(?:data|text)\w*)$|_(?:preprocess\w*|dedup\w*)$/
/** Makes a data set, whatever for. */
const MAKES_DATA = /^(?:prepare|create|make|build|clean)_\w{0,40}(?:tfrecords?|data_?sets?|data_?mix|corpus)$/
const EVALUATION =
  /^(?:eval|evals|evaluate|evaluation|eval_\w+|evaluate_\w+|evaluation_\w+|run_(?:eval|mmlu|bench)\w*|score_\w+)$|_(?:eval|evaluate|evaluation)$/
const INFERENCE =
  /^(?:infer\w*|(?:\w{1,20}_)?inference(?:_\w{1,30})?|generat(?:e|ion)(?:_\w+)?|predict\w*|serv(?:e|er|ing)\w*|handler|chat\w*|\w*demo\w*|app|gradio\w*|web_?(?:ui|demo)\w*|cli\w*|sampl(?:e|ing)(?:_\w+)?|inpaint\w*|text2image\w*|txt2img\w*|img2img\w*|pipeline\w*|completion\w*|quick_?start\w*|hubconf)$|_(?:pipeline|inference|infer|generate|demo)$/
const SUPPORT =
  /^(?:__init__|__main__|utils?|helpers?|setup|conftest|version|constants?|config\w*|logging\w*|types|common|conversion|convert\w*|export\w*|download\w*|install\w*)$|_utils?$/

/** What the folder that a file lies in says of any code in it. */
interface Folder {
  vendored: boolean
  tests: boolean
  plots: boolean
  tuning: boolean
  data: boolean
  examples: boolean
}

/** Folders that were read already: a listing of thousands of files has few of them. */
export type Folders = Map<string, Folder>

function folderOf(path: string, known: Folders): Folder {
  const name = path.slice(0, path.lastIndexOf('/') + 1)
  const seen = known.get(name)
  if (seen) return seen
  const folder: Folder = {
    vendored: VENDORED.test(name),
    tests: TEST_PATH.test(name),
    plots: PLOT_PATH.test(name),
    tuning: TUNING_PATH.test(name),
    data: DATA_PATH.test(name),
    examples: EXAMPLE_PATH.test(name),
  }
  known.set(name, folder)
  return folder
}

/** The kind of a file, or null for what says nothing. Linear in the path, which is cut at 1,024 characters. */
export function classifyPath(raw: string, folders: Folders = new Map()): FileKind | null {
  if (raw.length > MAX_PATH) return 'opaque'
  const path = raw.toLowerCase()
  const name = path.slice(path.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  const ending = dot > 0 || name.startsWith('.') ? name.slice(dot + 1) : ''
  const stem = dot > 0 ? name.slice(0, dot) : name
  if (name === 'training_args.bin') return 'training-args'
  if (ALWAYS_WEIGHTS.has(ending) || SOMETIMES_WEIGHTS.has(ending) || TF_SHARD.test(name))
    return binary(path, name, ending)
  if (path.includes('model_weights/') && name === '.zarray') return 'weights-index'
  if (CODE.has(ending)) return code(path, stem, name, folderOf(path, folders))
  const document = documentKind(path, name, ending, raw.includes('/'))
  if (document !== null) return document
  return HARMLESS.has(ending) || ending === '' ? null : 'opaque'
}

function binary(path: string, name: string, ending: string): FileKind | null {
  if (OPTIMIZER.test(name)) return /optim_states/.test(name) ? 'sharded-optimizer' : 'optimizer'
  if (NOT_PARAMETERS.test(name) || ending === 'model' || ending === 'index') return null
  if (CHECKPOINT.test(path)) return ADAPTER.test(name) ? null : 'checkpoint-weights'
  if (ADAPTER.test(name)) return 'adapter'
  if (PART.test(path)) return 'weights-part'
  if (ALWAYS_WEIGHTS.has(ending) || NAMED_WEIGHTS.test(name) || TF_SHARD.test(name)) return 'weights'
  return 'maybe-weights'
}

function code(path: string, stem: string, name: string, folder: Folder): FileKind | null {
  if (folder.vendored) return null
  if (stem.startsWith('test_') && /(?:^|\/)test_?scripts?\/test_\w+\.\w+$/.test(path)) return 'evaluation'
  if (folder.tests || /_utils?$/.test(stem) || /^test_|_test$/.test(stem)) return 'support-code'
  if (folder.plots || /^benchmark/.test(stem)) return 'support-code'
  if (name === 'setup.py') return 'packaging'
  if (MODELING.test(name)) return 'modeling'
  if (INFERENCE_PROCESSOR.test(name)) return 'support-code'
  if (name === 'zero_to_fp32.py') return 'sharded-optimizer'
  if (MAKES_DATA.test(stem)) return folder.tuning || FINETUNING.test(stem) ? 'tuning-data' : 'data-processing'
  if (FINETUNING.test(stem)) return 'finetuning'
  if (TRAINING.test(stem)) return folder.examples || folder.tuning ? 'finetuning' : 'training'
  if (folder.data && !SUPPORT.test(stem)) return 'data-processing'
  if (EVALUATION.test(stem)) return 'evaluation'
  if (DATA_PROCESSING.test(stem)) return 'data-processing'
  if (INFERENCE.test(stem)) return 'inference'
  return SUPPORT.test(stem) ? 'support-code' : 'other-code'
}

function documentKind(path: string, name: string, ending: string, nested: boolean): FileKind | null {
  if (/\.(?:safetensors|bin)\.index(?:\.\w+)?\.json$/.test(name)) return 'weights-index'
  if (/^readme(?:\.\w+)?$/.test(name)) return nested ? null : 'readme'
  if (ending === 'json') {
    if (name === 'adapter_config.json') return 'adapter-config'
    if (name === 'trainer_state.json') return 'training-args'
    if (/^(?:config|model_index|generation_config|params)\.json$/.test(name)) return 'config'
    return /^(?:train|training|hparams|hyperparam)\w*\.json$/.test(name) ? 'training-config' : null
  }
  if (ending === 'yaml' || ending === 'yml') {
    if (path.startsWith('.eval_results/')) return 'eval-results'
    if (
      /^(?:hparams|train\w*|pre_?train\w*|sft\w*|dpo\w*|axolotl\w*|recipe\w*)\.ya?ml$|(?:^|[-_])(?:sft|dpo|lora|fine-?tun\w*|pre-?train\w*)(?:[-_]\w{1,30})?\.ya?ml$/.test(
        name,
      )
    )
      return 'training-config'
    if (/^(?:environment|conda)\w*\.ya?ml$/.test(name)) return 'requirements'
    if (name.startsWith('model_config')) return 'config'
    return /(?:^|\/)(?:configs?|recipes)\/[^.]{0,200}(?:train|sft|dpo)/.test(path) ? 'training-config' : null
  }
  if (name === 'pyproject.toml' || name === 'setup.cfg') return 'packaging'
  if (/^requirements[\w-]*\.txt$/.test(name)) return 'requirements'
  if (/^(?:data_?-?sheet|data_?-?card)\w*\.(?:md|pdf)$/.test(name)) return 'datasheet'
  if (/^system_?-?card.*\.(?:md|pdf)$/.test(name)) return 'system-card'
  if (ending === 'pdf') return /tech\w{0,30}[_ -]?report/.test(name) ? 'report' : null
  if (/^(?:use|acceptable_use|usage)_?-?policy/.test(name)) return 'policy'
  if (/^(?:contributing|code_of_conduct|changelog|governance)/.test(name) || path.includes('/issue_template'))
    return 'process'
  if (
    /(?:^|\/)(?:samples?|outputs?|sample_outputs|generated)\/[^/]+\.(?:png|jpe?g|webp|gif|mp4|mp3|wav|flac|txt)$/.test(
      path,
    )
  )
    return 'samples'
  return /^docs?\/.*\.(?:md|rst)$/.test(path) ? 'docs' : null
}
