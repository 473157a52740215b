// Files of the application: uploads on their way in, what was handed in, what is published. Browsers write straight
// into it with tickets that the application signs (user-delegation SAS), so it is reachable from the internet.

import { roleIds } from 'roles.bicep'

@description('Name of the storage account: lower-case letters and digits.')
@minLength(3)
@maxLength(24)
param name string

@description('Azure region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Replication of the account.')
@allowed(['Standard_LRS', 'Standard_ZRS'])
param sku string

@description('Object id of the application\'s identity.')
param principalId string

@description('Origins of the pages that may upload and download with a ticket, without a path: https://host.')
@minLength(1)
param origins array

@description('Days for which a deleted blob or container can be brought back. Whole-account restore reaches back one day less.')
@minValue(2)
@maxValue(365)
param keepDeletedDays int

@description('Days for which an overwritten or deleted version is kept.')
@minValue(1)
@maxValue(365)
param keepVersionsDays int

@description('Days after which an upload that nobody handed in is deleted.')
@minValue(1)
@maxValue(30)
param keepIncomingDays int

@description('Object ids of users or groups that may read the published files in the portal or with their own tools.')
param publishedReaders array

@description('Also log who read which blob: more to pay, and more personal data in the log.')
param auditReads bool

@description('Resource id of the Log Analytics workspace.')
param workspaceId string

var containerNames = ['incoming', 'files', 'published']

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    // Without keys a ticket can only be signed by an identity, and dies with its rights.
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    changeFeed: {
      enabled: true
      retentionInDays: keepDeletedDays
    }
    deleteRetentionPolicy: {
      enabled: true
      days: keepDeletedDays
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: keepDeletedDays
    }
    restorePolicy: {
      enabled: true
      days: keepDeletedDays - 1
    }
    cors: {
      corsRules: [
        {
          allowedOrigins: origins
          allowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT']
          allowedHeaders: ['content-type', 'x-ms-*']
          exposedHeaders: ['etag', 'x-ms-error-code', 'x-ms-request-id']
          maxAgeInSeconds: 3600
        }
      ]
    }
  }
}

resource containers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = [
  for container in containerNames: {
    parent: blobs
    name: container
    properties: { publicAccess: 'None' }
  }
]

// Azure applies these rules about once a day, so "2 days" can become 3.
resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01' = {
  parent: account
  name: 'default'
  dependsOn: [blobs]
  properties: {
    policy: {
      rules: [
        {
          name: 'incoming-expires'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['incoming/']
            }
            actions: {
              baseBlob: {
                delete: { daysAfterModificationGreaterThan: keepIncomingDays }
              }
              version: {
                delete: { daysAfterCreationGreaterThan: keepIncomingDays }
              }
            }
          }
        }
        {
          name: 'old-versions-expire'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['files/', 'published/']
            }
            actions: {
              version: {
                delete: { daysAfterCreationGreaterThan: keepVersionsDays }
              }
            }
          }
        }
      ]
    }
  }
}

// A ticket is signed with a key that the account hands out; asking for it is a right of its own, account-wide by nature.
resource delegator 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, principalId, roleIds['Storage Blob Delegator'])
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roleIds['Storage Blob Delegator']
    )
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource writer 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (container, i) in containerNames: {
    name: guid(account.id, container, principalId, roleIds['Storage Blob Data Contributor'])
    scope: containers[i]
    properties: {
      roleDefinitionId: subscriptionResourceId(
        'Microsoft.Authorization/roleDefinitions',
        roleIds['Storage Blob Data Contributor']
      )
      principalId: principalId
      principalType: 'ServicePrincipal'
    }
  }
]

resource published 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' existing = {
  parent: blobs
  name: 'published'
}

// No principalType: these exist already and can be users or groups.
resource readers 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for reader in publishedReaders: {
    name: guid(account.id, 'published', reader, roleIds['Storage Blob Data Reader'])
    scope: published
    dependsOn: [containers]
    properties: {
      roleDefinitionId: subscriptionResourceId(
        'Microsoft.Authorization/roleDefinitions',
        roleIds['Storage Blob Data Reader']
      )
      principalId: reader
    }
  }
]

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: blobs
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'StorageRead'
        enabled: auditReads
      }
      {
        category: 'StorageWrite'
        enabled: true
      }
      {
        category: 'StorageDelete'
        enabled: true
      }
    ]
  }
}

@description('Name of the account.')
output name string = account.name

@description('Address of the blob service.')
output blobUri string = account.properties.primaryEndpoints.blob
