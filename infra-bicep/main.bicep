// Everything that one installation of CddFunctions needs in Azure, in one resource group. docs/deploy.md says how to use it.
// A budget works at this scope too, so nothing here needs rights on the subscription. Role assignments do need more than
// Contributor on the group: Owner, or Role Based Access Control Administrator beside Contributor.
targetScope = 'resourceGroup'

@description('Which installation this is.')
@allowed(['dev', 'test', 'prod'])
param environmentName string

@description('First part of all names: lower-case letters, no digits first.')
@minLength(2)
@maxLength(8)
param baseName string = 'cdd'

@description('Changes the unique part of all names: for a second installation, or when a deleted vault still holds the old name.')
@maxLength(40)
param nameSeed string = ''

@description('Azure region. It must offer Flex Consumption: az functionapp list-flexconsumption-locations.')
param location string = resourceGroup().location

@description('Version of .NET that runs the isolated worker. A value the region does not list is accepted and then never starts.')
@allowed(['10.0'])
param runtimeVersion string = '10.0'

@description('Memory of one instance, in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('Most instances for requests, and again for each timer. Each new one reads the hand-ins of the year once, so few and busy is better than many. Most regions refuse less than 40, and Azure has been seen to exceed it under a burst.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Instances that never stop; each costs around the clock. 0 = the first request after a quiet time waits for a start.')
@minValue(0)
@maxValue(20)
param alwaysReadyInstances int = 0

@description('Requests that one instance serves at the same time before another is started.')
@minValue(1)
@maxValue(1000)
param httpConcurrency int = 100

@description('What an instance sees of the writes of another one. Nothing weaker is offered: docs/deploy.md, Traps.')
@allowed(['Strong', 'BoundedStaleness'])
param documentsConsistency string = 'Strong'

@description('How far back documents can be restored.')
@allowed(['Continuous7Days', 'Continuous30Days'])
param documentsBackup string = 'Continuous7Days'

@description('Name of a Cosmos DB account that a restore has made; empty = the name that belongs to this installation.')
@maxLength(44)
param restoredDocumentsAccount string = ''

@description('Replication of both storage accounts: one data centre (LRS) or three in the region (ZRS).')
@allowed(['Standard_LRS', 'Standard_ZRS'])
param storageSku string = 'Standard_LRS'

@description('Days for which a deleted file can be brought back. It is personal data until then.')
@minValue(2)
@maxValue(365)
param keepDeletedDays int = 30

@description('Days for which an overwritten file is kept. Fewer than keepDeletedDays, and a restore of the whole account lacks what was overwritten before.')
@minValue(1)
@maxValue(365)
param keepVersionsDays int = 30

@description('Days after which an upload that nobody handed in is deleted.')
@minValue(1)
@maxValue(30)
param keepIncomingDays int = 2

@description('Further origins of pages that may upload, for an own domain: https://host, without a path.')
param extraOrigins array = []

@description('Object ids of users or groups that put secrets into the vault.')
param operators array = []

@description('Object ids of users or groups that may read published dashboards and exports.')
param publishedReaders array = []

@description('E-mail addresses that are told of alerts and costs.')
@minLength(1)
param alertEmails array

@description('Money a month, in the currency of the billing account, above which somebody is told; 0 = no budget.')
@minValue(0)
param monthlyBudget int

@description('First day of the month of the first deployment: yyyy-MM-01. Set it once; Azure refuses to change it.')
@minLength(10)
@maxLength(10)
param budgetStart string

@description('Answers 5xx in 15 minutes above which somebody is told.')
@minValue(0)
@maxValue(10000)
param failedRequests int = 5

@description('Throttled requests (429) to Cosmos DB in 15 minutes above which somebody is told.')
@minValue(0)
@maxValue(1000000)
param throttledRequests int = 100

@description('Reminder mails. Leave it off until a version of the application sends them: it wants the secret SendGridApiKey and switches the alert on waiting reminders on.')
param remindersOn bool = false

@description('Reminders that wait to be sent, above which somebody is told.')
@minValue(0)
@maxValue(100000)
param waitingReminders int = 200

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logDays int = 90

@description('GB of logs a day after which nothing more is taken until the next day.')
@minValue(1)
@maxValue(100)
param logDailyGb int = 1

@description('Share of the traces that are kept: a number from 0 to 1, as text.')
@minLength(1)
@maxLength(6)
param traceShare string = '1'

@description('Address of an OpenTelemetry collector beside Application Insights; empty = none.')
param otlpEndpoint string = ''

@description('Also log who read which document and blob.')
param auditReads bool = false

@description('Send the platform\'s own log of the app to the workspace. Off, because Flex Consumption was documented as having no diagnostic settings, and a refusal would fail the deployment.')
param platformLogs bool = false

@description('Further tags of every resource.')
param extraTags object = {}

var unique = take(uniqueString(resourceGroup().id, nameSeed), 6)
var suffix = '${baseName}-${environmentName}-${unique}'
var tags = union(
  {
    application: 'CddFunctions'
    environment: environmentName
  },
  extraTags
)
var appName = 'func-${suffix}'

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: 'id-${suffix}'
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    workspaceName: 'log-${suffix}'
    insightsName: 'appi-${suffix}'
    location: location
    tags: tags
    retentionDays: logDays
    dailyGb: logDailyGb
    principalId: identity.outputs.principalId
  }
}

module hostStorage 'modules/host-storage.bicep' = {
  name: 'host-storage'
  params: {
    name: 'st${baseName}${environmentName}host${unique}'
    location: location
    tags: tags
    sku: storageSku
    principalId: identity.outputs.principalId
  }
}

module fileStorage 'modules/file-storage.bicep' = {
  name: 'file-storage'
  params: {
    name: 'st${baseName}${environmentName}file${unique}'
    location: location
    tags: tags
    sku: storageSku
    principalId: identity.outputs.principalId
    origins: union(
      [
        'https://${appName}.azurewebsites.net'
      ],
      extraOrigins
    )
    keepDeletedDays: keepDeletedDays
    keepVersionsDays: keepVersionsDays
    keepIncomingDays: keepIncomingDays
    publishedReaders: publishedReaders
    auditReads: auditReads
    workspaceId: monitoring.outputs.workspaceId
  }
}

module documents 'modules/documents.bicep' = {
  name: 'documents'
  params: {
    name: empty(restoredDocumentsAccount) ? 'cosmos-${suffix}' : restoredDocumentsAccount
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    consistency: documentsConsistency
    backupTier: documentsBackup
    auditReads: auditReads
    workspaceId: monitoring.outputs.workspaceId
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    name: 'kv-${suffix}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    operators: operators
    workspaceId: monitoring.outputs.workspaceId
  }
}

// Takes outputs of every module above, so it starts when their role assignments are made. Azure can take some minutes
// more to act on them.
module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    planName: 'plan-${suffix}'
    name: appName
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    runtimeVersion: runtimeVersion
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    alwaysReadyInstances: alwaysReadyInstances
    httpConcurrency: httpConcurrency
    packageContainerUri: hostStorage.outputs.packageContainerUri
    hostBlobUri: hostStorage.outputs.blobUri
    hostQueueUri: hostStorage.outputs.queueUri
    hostTableUri: hostStorage.outputs.tableUri
    filesBlobUri: fileStorage.outputs.blobUri
    documentsEndpoint: documents.outputs.endpoint
    documentsDatabase: documents.outputs.databaseName
    documentsContainer: documents.outputs.containerName
    vaultUri: vault.outputs.uri
    insightsConnectionString: monitoring.outputs.connectionString
    otlpEndpoint: otlpEndpoint
    traceShare: traceShare
    remindersOn: remindersOn
    platformLogs: platformLogs
    workspaceId: monitoring.outputs.workspaceId
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    namePrefix: suffix
    location: location
    tags: tags
    emails: alertEmails
    workspaceId: monitoring.outputs.workspaceId
    documentsId: documents.outputs.id
    failedRequests: failedRequests
    throttledRequests: throttledRequests
    remindersOn: remindersOn
    waitingReminders: waitingReminders
  }
}

module budget 'modules/budget.bicep' = if (monthlyBudget > 0) {
  name: 'budget'
  params: {
    name: 'budget-${suffix}'
    monthlyAmount: max(monthlyBudget, 1) // 0 makes no budget
    startDate: budgetStart
    emails: alertEmails
    actionGroupId: alerts.outputs.actionGroupId
  }
}

@description('Name of the function app.')
output appName string = app.outputs.name

@description('Host name of the function app.')
output hostName string = app.outputs.hostName

@description('Name of the key vault that wants the secrets.')
output vaultName string = vault.outputs.name

@description('Storage account of the application\'s files.')
output filesAccount string = fileStorage.outputs.name

@description('Storage account of the Functions host.')
output hostAccount string = hostStorage.outputs.name

@description('Cosmos DB account.')
output documentsAccount string = documents.outputs.name

@description('Address of the Cosmos DB account.')
output documentsEndpoint string = documents.outputs.endpoint

@description('Id under which the logs are queried.')
output workspaceCustomerId string = monitoring.outputs.workspaceCustomerId
