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
import { detectEvaluationCode } from './evaluation'
import { detectListedCode } from './listed-code'
import { detectBibtex, detectPaperLinks } from './papers'
import { detectResultTables } from './results'
import {
  detectCheckpointWords,
  detectFetchedCode,
  detectImportedArchitecture,
  detectInference,
} from './running'
import { detectSampleSentences, detectSamples } from './samples'
import { detectComputeFacts, detectLicenseStatements, detectPackage } from './statements'
import { detectApiWords, detectOwnTools, detectTerms } from './terms'
import { detectBenchmarks, detectListedTestData, detectScoredData, detectTestData } from './test-data'
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
  detectResultTables,
  detectBenchmarks,
  detectTestData,
  detectScoredData,
  detectListedTestData,
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
