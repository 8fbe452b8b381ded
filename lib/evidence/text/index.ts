import type { Detector } from '../collector'
import { detectAvailability } from './availability'
import { detectCommands } from './commands'
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
import { detectHardware } from './hardware'
import { detectListedCode } from './listed-code'
import { detectBibtex, detectPaperLinks } from './papers'
import {
  detectCheckpointWords,
  detectFetchedCode,
  detectImplementation,
  detectImportedArchitecture,
  detectInference,
  detectSamples,
} from './running'
import { detectComputeFacts, detectLicenseStatements, detectPackage } from './statements'
import { detectApiWords, detectOwnTools, detectTerms } from './terms'
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
  detectDataInformation,
  detectDataCard,
  detectDataCode,
  detectBibtex,
  detectPaperLinks,
  detectResultTables,
  detectBenchmarks,
  detectTestData,
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
  detectCheckpointWords,
  detectLicenseStatements,
  detectComputeFacts,
  detectPackage,
  detectTerms,
  detectApiWords,
  detectOwnTools,
]
