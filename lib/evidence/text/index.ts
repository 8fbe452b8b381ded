import type { Detector } from '../collector'
import { detectAvailability } from './availability'
import {
  detectDataCard,
  detectDataCode,
  detectDataInformation,
  detectListedSources,
  detectTrainingData,
} from './data'
import { detectDenials } from './denials'
import { detectModelCard, detectSafety, detectUsage } from './documents'
import { detectBenchmarks, detectEvaluationCode, detectResultTables, detectTestData } from './evaluation'
import { detectListedCode } from './listed-code'
import { detectBibtex, detectPaperBeside, detectPaperLinks, detectReference } from './papers'
import {
  detectCheckpointWords,
  detectFetchedCode,
  detectImportedArchitecture,
  detectInference,
} from './running'
import { detectSampleSentences, detectSamples } from './samples'
import { detectComputeFacts, detectLicenseStatements, detectPackage } from './statements'
import { detectApiWords, detectOwnTools, detectTerms } from './terms'
import { detectHardware, detectTrainingCode, detectTrainingConfig } from './training'

/** Detectors that read the card's prose. */
export const textDetectors: readonly Detector[] = [
  detectModelCard,
  detectUsage,
  detectSafety,
  detectDenials,
  detectAvailability,
  detectTrainingData,
  detectListedSources,
  detectDataInformation,
  detectDataCard,
  detectDataCode,
  detectBibtex,
  detectPaperLinks,
  detectPaperBeside,
  detectReference,
  detectResultTables,
  detectBenchmarks,
  detectTestData,
  detectEvaluationCode,
  detectTrainingCode,
  detectTrainingConfig,
  detectHardware,
  detectInference,
  detectFetchedCode,
  detectImportedArchitecture,
  detectListedCode,
  detectSamples,
  detectSampleSentences,
  detectCheckpointWords,
  detectLicenseStatements,
  detectComputeFacts,
  detectPackage,
  detectTerms,
  detectApiWords,
  detectOwnTools,
]
