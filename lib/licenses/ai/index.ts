import f1 from './ai2-model-license.json'
import f2 from './apple-amlr.json'
import f3 from './apple-ascl.json'
import f4 from './apple-ml-ferret.json'
import f5 from './aquila.json'
import f6 from './aquila2-70b.json'
import f7 from './benevolentjoker.json'
import f8 from './bigcode-openrail-m.json'
import f9 from './bigscience-bloom-rail-1.0.json'
import f10 from './bigscience-openrail-m.json'
import f11 from './bigscience-openrail-m2.json'
import f12 from './bilibili-model-2025.json'
import f13 from './bloomchat-license.json'
import f14 from './chameleon-research.json'
import f15 from './chatglm-6b.json'
import f16 from './chatglm3.json'
import f17 from './cogvideox.json'
import f18 from './cogvlm.json'
import f19 from './cohere-cc-by-nc-aup.json'
import f20 from './creativeml-openrail-m.json'
import f21 from './databricks-open-model-license.json'
import f22 from './deepfloyd-if-code.json'
import f23 from './deepfloyd-if-license.json'
import f25 from './deepseek.json'
import f24 from './deepseek-coder.json'
import f26 from './dinov3-license.json'
import f28 from './exaone.json'
import f27 from './exaone-1.2-nc.json'
import f30 from './fair-ai-public-1.0.json'
import f29 from './fair-ai-public-1.0-sd.json'
import f31 from './fair-noncommercial-research-license.json'
import f33 from './falcon-2-11b.json'
import f32 from './falcon-180b.json'
import f34 from './falcon-llm-license.json'
import f35 from './flux-1-dev-non-commercial-license.json'
import f36 from './flux-dev-non-commercial-v2.json'
import f37 from './flux-non-commercial-license.json'
import f40 from './gemma.json'
import f38 from './gemma-2024-02-21.json'
import f39 from './gemma-2024-04-01.json'
import f42 from './glm-4.json'
import f43 from './glm-5.3.json'
import f41 from './glm-130b.json'
import f44 from './gpt-oss-policy.json'
import f45 from './gpt2-modified-mit.json'
import f46 from './grok2-community.json'
import f47 from './hai-def.json'
import f48 from './kimi-k2.5.json'
import f49 from './kimi-k2.6.json'
import f50 from './kimi-k2.7-code.json'
import f51 from './kimi-k3.json'
import f52 from './kimi-modified-mit.json'
import f53 from './lfm1.0.json'
import f54 from './llama1.json'
import f55 from './llama2.json'
import f56 from './llama3.1.json'
import f57 from './llama3.2.json'
import f58 from './llama3.3.json'
import f59 from './llama3.json'
import f60 from './llama4.json'
import f61 from './microsoft-research-license.json'
import f62 from './minicpm-community.json'
import f63 from './minimax-m2.1.json'
import f64 from './minimax-m2.7.json'
import f65 from './minimax-m2.json'
import f66 from './minimax-model-license.json'
import f67 from './mistral-modified-mit.json'
import f68 from './mnpl.json'
import f69 from './mrl.json'
import f70 from './nexusraven.json'
import f71 from './nvidia-ai-foundation-models-community.json'
import f72 from './nvidia-model-training-2025.json'
import f73 from './nvidia-open-model-agreement.json'
import f74 from './nvidia-open-model-license.json'
import f0 from './OpenMDW-1.0.json'
import f75 from './open-weights-permissive-1.0.json'
import f76 from './openatom-model-1.0.json'
import f77 from './opencoder.json'
import f78 from './openmdw-1.1.json'
import f79 from './openrail++.json'
import f80 from './opt-175b.json'
import f81 from './orionstar-community.json'
import f84 from './qwen.json'
import f82 from './qwen-community-1.0.json'
import f83 from './qwen-research.json'
import f85 from './responsible-ai-source-1.0.json'
import f86 from './responsible-ai-source-1.1.json'
import f87 from './sam-license.json'
import f88 from './sdxl-0.9-research.json'
import f89 from './skywork-community-license.json'
import f90 from './stability-ai-community.json'
import f91 from './stability-ai-nc-2023-12-06.json'
import f92 from './stability-nc-research.json'
import f93 from './stable-beluga-nc.json'
import f94 from './stable-diffusion-2022-08-22.json'
import f95 from './stable-video-diffusion-nc.json'
import f96 from './tencent-hunyuan-3d-2.1.json'
import f97 from './tencent-hunyuan-3d-community.json'
import f99 from './tencent-hunyuan-community.json'
import f98 from './tencent-hunyuan-community-2024.json'
import f100 from './tencent-hunyuan-dit.json'
import f101 from './tencent-hunyuan-image-3.0.json'
import f102 from './tencent-hunyuan-video.json'
import f104 from './tongyi-qianwen.json'
import f103 from './tongyi-qianwen-research.json'
import f105 from './whiterabbitneo.json'
import f106 from './yi-license.json'

/** One entry per licence file of this folder, as it stands; `knowledge-schema.ts` is its shape. Made by scripts/licenses-index.ts. */
export const files: readonly unknown[] = [
  f0,
  f1,
  f2,
  f3,
  f4,
  f5,
  f6,
  f7,
  f8,
  f9,
  f10,
  f11,
  f12,
  f13,
  f14,
  f15,
  f16,
  f17,
  f18,
  f19,
  f20,
  f21,
  f22,
  f23,
  f24,
  f25,
  f26,
  f27,
  f28,
  f29,
  f30,
  f31,
  f32,
  f33,
  f34,
  f35,
  f36,
  f37,
  f38,
  f39,
  f40,
  f41,
  f42,
  f43,
  f44,
  f45,
  f46,
  f47,
  f48,
  f49,
  f50,
  f51,
  f52,
  f53,
  f54,
  f55,
  f56,
  f57,
  f58,
  f59,
  f60,
  f61,
  f62,
  f63,
  f64,
  f65,
  f66,
  f67,
  f68,
  f69,
  f70,
  f71,
  f72,
  f73,
  f74,
  f75,
  f76,
  f77,
  f78,
  f79,
  f80,
  f81,
  f82,
  f83,
  f84,
  f85,
  f86,
  f87,
  f88,
  f89,
  f90,
  f91,
  f92,
  f93,
  f94,
  f95,
  f96,
  f97,
  f98,
  f99,
  f100,
  f101,
  f102,
  f103,
  f104,
  f105,
  f106,
]
