import type { Detector } from '../collector'
import { detectDataCard, detectDataCode, detectDataInformation, detectTrainingData } from './data'
import { detectDenials } from './denials'
import { detectModelCard, detectSafety, detectUsage } from './documents'
import { detectBenchmarks, detectEvaluationCode, detectResultTables } from './evaluation'
import { detectBibtex, detectPaperLinks } from './papers'
import { detectCheckpointWords, detectInference, detectSamples } from './running'
import { detectComputeFacts, detectLicenseStatements, detectPackage } from './statements'
import { detectHardware, detectTrainingCode, detectTrainingConfig } from './training'

/** Detectors that read the card's prose. */
export const textDetectors: readonly Detector[] = [
  detectModelCard,
  detectUsage,
  detectSafety,
  detectDenials,
  detectTrainingData,
  detectDataInformation,
  detectDataCard,
  detectDataCode,
  detectBibtex,
  detectPaperLinks,
  detectResultTables,
  detectBenchmarks,
  detectEvaluationCode,
  detectTrainingCode,
  detectTrainingConfig,
  detectHardware,
  detectInference,
  detectSamples,
  detectCheckpointWords,
  detectLicenseStatements,
  detectComputeFacts,
  detectPackage,
]
