import fc from 'fast-check'

/** Parts of cards that number themselves, so that no two are the same: what is looked up by name is looked up each time. */

const PARTS: readonly ((at: number) => string)[] = [
  (at) => `## Training data ${at}\n\n`,
  (at) => `**Dataset ${at}:** [X${at}](https://data.example/${at})\n\n`,
  (at) => `Training data ${at}:\n\n- [a${at}](https://huggingface.co/datasets/a/b${at})\n`,
  (at) => `${'  '.repeat(at % 12)}- Training data: corpus ${at}\n`,
  (at) =>
    `\`\`\`bash\npython train.py --lr 1e-5 --seed ${at}\ngit clone https://github.com/acme/r${at}\n\`\`\`\n\n`,
  (at) => `Run \`python scripts/train_${at}.py --x\` to fine-tune.\n\n`,
  (at) =>
    `\`\`\`bibtex\n@article{a${at}, title={Rocket ${at}}, journal={arXiv 2401.${10_000 + at}}}\n\`\`\`\n\n`,
  (at) => `| Dataset | F1 |\n|---|---|\n| Set${at}A | 86.9 (0.2) |\n| Set${at}B | 12.3 |\n\n`,
  (at) =>
    `The results on set ${at}:\n\n| Model | RMSE |\n|---|---|\n| Rocket | 1.${at} |\n| Comet | 2.1 |\n\n`,
  (at) => `Rocket ${at} is fine-tuned from [comet/c-${at}](https://huggingface.co/comet/c-${at}).\n\n`,
  (at) => `- **Base model:** comet/comet-${at}b\n`,
  (at) => `**License:** Apache-2.0 for the weights of Rocket ${at}.\n\n`,
  (at) => `\`\`\`python\nprint(model.generate("x"))\n# the answer is ${at}\n\`\`\`\n\n`,
  (at) => `[![Paper](https://img.example/badge/${at})](https://arxiv.org/abs/2401.${10_000 + at})\n`,
  (at) => `We evaluated the model on the [Set ${at}](https://data.example/${at}) dataset of speech.\n\n`,
  (at) => `The training data ${at} are proprietary, while Comet is trained on a private dataset.\n\n`,
  (at) => `<p><b>Training data ${at}:</b> <a href="https://data.example/${at}">x</a></p>\n`,
  (at) => `{'accuracy': 0.${at}, 'f1': 0.${at}}\n\n`,
]

/** Which parts a card repeats, in turn. */
export const sections = fc.uniqueArray(fc.nat(PARTS.length - 1), { minLength: 1, maxLength: 5 })

export function repeated(parts: readonly number[], size: number): string {
  let text = '# Rocket 7B\n\n'
  for (let at = 0; text.length < size; at += 1) text += PARTS[parts[at % parts.length] ?? 0]?.(at) ?? ''
  return text
}
