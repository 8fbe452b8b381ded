import type { Detector } from '../collector'
import { detectAvailability } from './availability'
import { detectCommands } from './commands'
import { detectDataCode, detectTrainingData } from './data'
import { detectHeadedData, detectListedSources } from './data-headed'
import { detectDataCard, detectDataInformation } from './data-information'
import { detectDenials } from './denials'
import { detectModelCard, detectSafety, detectUsage } from './documents'
import { detectEvaluationCode } from './evaluation'
import { detectHardware } from './hardware'
import { detectListedCode } from './listed-code'
import { detectBibtex, detectPaperBeside, detectPaperLinks, detectReference } from './papers'
import { detectResultTables } from './results'
import {
  detectCheckpointWords,
  detectFetchedCode,
  detectImplementation,
  detectImportedArchitecture,
  detectInference,
} from './running'
import { detectSampleSentences, detectSamples } from './samples'
import { detectComputeFacts, detectLicenseStatements, detectPackage } from './statements'
import { detectApiWords, detectOwnTools, detectTerms } from './terms'
import { detectBenchmarks, detectListedTestData, detectScoredData, detectTestData } from './test-data'
import { detectTrainingCode } from './training'
import { detectTrainingConfig } from './training-config'

/** Detectors that read the card's prose. */
export const textDetectors: readonly Detector[] = [
  detectModelCard,
  detectUsage,
  detectSafety,
  detectDenials,
  detectAvailability,
  detectTrainingData,
  detectListedSources,
  detectHeadedData,
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
  detectScoredData,
  detectListedTestData,
  detectEvaluationCode,
  detectTrainingCode,
  detectTrainingConfig,
  detectHardware,
  detectInference,
  detectFetchedCode,
  detectImplementation,
  detectImportedArchitecture,
  detectListedCode,
  detectCommands,
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
