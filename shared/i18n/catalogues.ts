import enApp from './en/app.json' with { type: 'json' }
import enBundles from './en/bundles.json' with { type: 'json' }
import enContracts from './en/contracts.json' with { type: 'json' }
import enDisputes from './en/disputes.json' with { type: 'json' }
import enDocuments from './en/documents.json' with { type: 'json' }
import enMediationPaper from './en/mediation-paper.json' with { type: 'json' }
import enSides from './en/sides.json' with { type: 'json' }
import enMediation from './en/mediation.json' with { type: 'json' }
import enMediator from './en/mediator.json' with { type: 'json' }
import enDates from './en/dates.json' with { type: 'json' }
import enReceived from './en/received.json' with { type: 'json' }
import enParties from './en/parties.json' with { type: 'json' }
import enEarnings from './en/earnings.json' with { type: 'json' }
import enGlossary from './en/glossary.json' with { type: 'json' }
import enHandover from './en/handover.json' with { type: 'json' }
import zhHandover from './zh/handover.json' with { type: 'json' }
import enRegister from './en/register.json' with { type: 'json' }
import zhRegister from './zh/register.json' with { type: 'json' }
import enRoster from './en/roster.json' with { type: 'json' }
import zhRoster from './zh/roster.json' with { type: 'json' }
import enHome from './en/home.json' with { type: 'json' }
import enLessons from './en/lessons.json' with { type: 'json' }
import enTraining from './en/training.json' with { type: 'json' }
import enTrainingPlan from './en/training-plan.json' with { type: 'json' }
import enTrainingPaper from './en/training-paper.json' with { type: 'json' }
import enHost from './en/host.json' with { type: 'json' }
import enSettings from './en/settings.json' with { type: 'json' }
import enSettlement from './en/settlement.json' with { type: 'json' }
import enContractFaults from './en/contract-faults.json' with { type: 'json' }
import enPayClause from './en/pay-clause.json' with { type: 'json' }
import enTemplates from './en/templates.json' with { type: 'json' }
import enLedger from './en/ledger.json' with { type: 'json' }
import enImport from './en/import.json' with { type: 'json' }
import zhImport from './zh/import.json' with { type: 'json' }
import enImportScreen from './en/import-screen.json' with { type: 'json' }
import zhImportScreen from './zh/import-screen.json' with { type: 'json' }
import zhLedger from './zh/ledger.json' with { type: 'json' }
import zhApp from './zh/app.json' with { type: 'json' }
import zhBundles from './zh/bundles.json' with { type: 'json' }
import zhContracts from './zh/contracts.json' with { type: 'json' }
import zhDisputes from './zh/disputes.json' with { type: 'json' }
import zhDocuments from './zh/documents.json' with { type: 'json' }
import zhMediationPaper from './zh/mediation-paper.json' with { type: 'json' }
import zhSides from './zh/sides.json' with { type: 'json' }
import zhMediation from './zh/mediation.json' with { type: 'json' }
import zhMediator from './zh/mediator.json' with { type: 'json' }
import zhDates from './zh/dates.json' with { type: 'json' }
import zhReceived from './zh/received.json' with { type: 'json' }
import enPlatforms from './en/platforms.json' with { type: 'json' }
import zhPlatforms from './zh/platforms.json' with { type: 'json' }
import zhParties from './zh/parties.json' with { type: 'json' }
import zhEarnings from './zh/earnings.json' with { type: 'json' }
import zhGlossary from './zh/glossary.json' with { type: 'json' }
import zhHome from './zh/home.json' with { type: 'json' }
import zhLessons from './zh/lessons.json' with { type: 'json' }
import zhTraining from './zh/training.json' with { type: 'json' }
import zhTrainingPlan from './zh/training-plan.json' with { type: 'json' }
import zhTrainingPaper from './zh/training-paper.json' with { type: 'json' }
import zhHost from './zh/host.json' with { type: 'json' }
import zhSettings from './zh/settings.json' with { type: 'json' }
import zhSettlement from './zh/settlement.json' with { type: 'json' }
import zhContractFaults from './zh/contract-faults.json' with { type: 'json' }
import zhPayClause from './zh/pay-clause.json' with { type: 'json' }
import zhTemplates from './zh/templates.json' with { type: 'json' }

/** Every text a person reads, by language and domain. A new `<domain>.json` is imported here, twice. */
export const catalogues = {
  zh: {
    app: zhApp,
    bundles: zhBundles,
    earnings: zhEarnings,
    glossary: zhGlossary,
    import: zhImport,
    'import-screen': zhImportScreen,
    ledger: zhLedger,
    home: zhHome,
    lessons: zhLessons,
    training: zhTraining,
    'training-plan': zhTrainingPlan,
    'training-paper': zhTrainingPaper,
    host: zhHost,
    settings: zhSettings,
    settlement: zhSettlement,
    'contract-faults': zhContractFaults,
    'pay-clause': zhPayClause,
    templates: zhTemplates,
    contracts: zhContracts,
    disputes: zhDisputes,
    documents: zhDocuments,
    mediation: zhMediation,
    'mediation-paper': zhMediationPaper,
    sides: zhSides,
    mediator: zhMediator,
    dates: zhDates,
    received: zhReceived,
    handover: zhHandover,
    register: zhRegister,
    roster: zhRoster,
    parties: zhParties,
    platforms: zhPlatforms,
  },
  en: {
    app: enApp,
    bundles: enBundles,
    earnings: enEarnings,
    glossary: enGlossary,
    import: enImport,
    'import-screen': enImportScreen,
    ledger: enLedger,
    home: enHome,
    lessons: enLessons,
    training: enTraining,
    'training-plan': enTrainingPlan,
    'training-paper': enTrainingPaper,
    host: enHost,
    settings: enSettings,
    settlement: enSettlement,
    'contract-faults': enContractFaults,
    'pay-clause': enPayClause,
    templates: enTemplates,
    contracts: enContracts,
    disputes: enDisputes,
    documents: enDocuments,
    mediation: enMediation,
    'mediation-paper': enMediationPaper,
    sides: enSides,
    mediator: enMediator,
    dates: enDates,
    received: enReceived,
    handover: enHandover,
    register: enRegister,
    roster: enRoster,
    parties: enParties,
    platforms: enPlatforms,
  },
}
