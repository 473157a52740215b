// The function app on the Flex Consumption plan, and every setting it is given.

@description('Name of the plan.')
@minLength(1)
@maxLength(60)
param planName string

@description('Name of the app; also the first part of its address.')
@minLength(2)
@maxLength(60)
param name string

@description('Azure region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Resource id of the application\'s identity.')
param identityId string

@description('Client id of the application\'s identity.')
param identityClientId string

@description('Version of .NET that runs the isolated worker.')
@allowed(['10.0'])
param runtimeVersion string

@description('Memory of one instance, in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int

@description('Most instances for requests, and again for each timer.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int

@description('Instances that never stop; each costs around the clock.')
@minValue(0)
@maxValue(20)
param alwaysReadyInstances int

@description('Requests that one instance serves at the same time before another is started.')
@minValue(1)
@maxValue(1000)
param httpConcurrency int

@description('Address of the container with the deployed package.')
param packageContainerUri string

@description('Blob service of the host\'s storage account.')
param hostBlobUri string

@description('Queue service of the host\'s storage account.')
param hostQueueUri string

@description('Table service of the host\'s storage account.')
param hostTableUri string

@description('Blob service of the application\'s files.')
param filesBlobUri string

@description('Address of the Cosmos DB account.')
param documentsEndpoint string

@description('Database in the Cosmos DB account.')
param documentsDatabase string

@description('Container in that database.')
param documentsContainer string

@description('Address of the key vault, with a slash at the end.')
param vaultUri string

@description('Address of Application Insights.')
param insightsConnectionString string

@description('Address of an OpenTelemetry collector; empty = none.')
param otlpEndpoint string

@description('Share of the traces that are kept: a number from 0 to 1, as text, because Bicep has no fractions.')
param traceShare string

@description('Whether reminder mails are sent; they need the secret SendGridApiKey.')
param remindersOn bool

@description('Send the platform\'s own log of the app to the workspace as well.')
param platformLogs bool

@description('Resource id of the Log Analytics workspace.')
param workspaceId string

// No FUNCTIONS_WORKER_RUNTIME (functionAppConfig says it) and no WEBSITE_TIME_ZONE (Flex has none: timers are UTC).
var hostSettings = {
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AzureWebJobsStorage__blobServiceUri: hostBlobUri
  AzureWebJobsStorage__queueServiceUri: hostQueueUri
  AzureWebJobsStorage__tableServiceUri: hostTableUri
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
}

var applicationSettings = {
  Storage__Documents: 'cosmos'
  Storage__Files: 'blob'
  Azure__ClientId: identityClientId
  Cosmos__Endpoint: documentsEndpoint
  Cosmos__Database: documentsDatabase
  Cosmos__Container: documentsContainer
  Blob__ServiceUri: filesBlobUri
  Telemetry__ConnectionString: insightsConnectionString
  Telemetry__OtlpEndpoint: otlpEndpoint
  Telemetry__SampleRatio: traceShare
  AdminKey: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/AdminKey)'
  TokenSecret: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/TokenSecret)'
}

var reminderSettings = {
  SendGridApiKey: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/SendGridApiKey)'
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    publicNetworkAccess: 'Enabled'
    // Without this line a reference is resolved with the system-assigned identity, which this app does not have.
    keyVaultReferenceIdentity: identityId
    siteConfig: { minTlsVersion: '1.2' }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainerUri
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: runtimeVersion
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: alwaysReadyInstances == 0
          ? []
          : [
              {
                name: 'http'
                instanceCount: alwaysReadyInstances
              }
            ]
        triggers: {
          http: { perInstanceConcurrency: httpConcurrency }
        }
      }
    }
  }
}

resource settings 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: app
  name: 'appsettings'
  properties: union(hostSettings, applicationSettings, remindersOn ? reminderSettings : {})
}

// Code is deployed with the operator's own sign-in; passwords of a publishing profile would be one more secret.
resource noFtpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'ftp'
  properties: { allow: false }
}

resource noScmPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'scm'
  properties: { allow: false }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (platformLogs) {
  name: 'to-workspace'
  scope: app
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'FunctionAppLogs'
        enabled: true
      }
    ]
  }
}

@description('Name of the app.')
output name string = app.name

@description('Host name of the app.')
output hostName string = app.properties.defaultHostName
