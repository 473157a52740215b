// Cosmos DB for NoSQL: one container holds every document of the application.

import { documentRoleIds } from 'roles.bicep'

@description('Name of the account: lower-case letters, digits and hyphens.')
@minLength(3)
@maxLength(44)
param name string

@description('Azure region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Object id of the application\'s identity.')
param principalId string

@description('What a read sees of the writes of other instances.')
@allowed(['Strong', 'BoundedStaleness'])
param consistency string

@description('How far back a restore can reach.')
@allowed(['Continuous7Days', 'Continuous30Days'])
param backupTier string

@description('Also log every read and write: more to pay, and ids of offices in the log.')
param auditReads bool

@description('Resource id of the Log Analytics workspace.')
param workspaceId string

@description('Name of the database.')
@minLength(1)
@maxLength(255)
param databaseName string = 'cdd'

// The name that the application expects without being told.
var containerName = 'documents'

resource account 'Microsoft.DocumentDB/databaseAccounts@2025-04-15' = {
  name: name
  location: location
  tags: tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    capabilities: [
      {
        name: 'EnableServerless'
      }
    ]
    // Several instances serve one office. A hand-in is claimed by one and looked up by another a moment later, and a
    // weaker level lets that one miss it: Session keeps its promise only inside one client. In one region Strong costs
    // no extra delay for writes, but a read costs twice the request units.
    consistencyPolicy: { defaultConsistencyLevel: consistency }
    locations: [
      {
        locationName: location
        failoverPriority: 0
        isZoneRedundant: false
      }
    ]
    backupPolicy: {
      type: 'Continuous'
      continuousModeProperties: { tier: backupTier }
    }
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
    publicNetworkAccess: 'Enabled'
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2025-04-15' = {
  parent: account
  name: databaseName
  properties: {
    resource: { id: databaseName }
  }
}

resource container 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2025-04-15' = {
  parent: database
  name: containerName
  properties: {
    resource: {
      id: containerName
      partitionKey: {
        kind: 'Hash'
        version: 2
        paths: ['/partition']
      }
      // Documents are read by id or listed in the order of ids inside a partition. Cosmos always indexes the id, and never the
      // partition key by itself. Any other path in the index would only make each write dearer.
      indexingPolicy: {
        indexingMode: 'consistent'
        automatic: true
        includedPaths: [
          { path: '/partition/?' }
        ]
        excludedPaths: [
          {
            path: '/*'
          }
        ]
      }
      // No defaultTtl: nothing expires by itself.
    }
  }
}

// Only this database. Not only its container, because the application reads both at its start to say what is missing.
resource access 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2025-04-15' = {
  parent: account
  name: guid(account.id, database.name, principalId, documentRoleIds['Cosmos DB Built-in Data Contributor'])
  properties: {
    roleDefinitionId: '${account.id}/sqlRoleDefinitions/${documentRoleIds['Cosmos DB Built-in Data Contributor']}'
    principalId: principalId
    scope: '${account.id}/dbs/${database.name}'
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: account
  properties: {
    workspaceId: workspaceId
    logAnalyticsDestinationType: 'Dedicated'
    logs: [
      {
        category: 'ControlPlaneRequests'
        enabled: true
      }
      {
        category: 'PartitionKeyRUConsumption'
        enabled: auditReads
      }
      {
        category: 'DataPlaneRequests'
        enabled: auditReads
      }
    ]
  }
}

@description('Name of the account.')
output name string = account.name

@description('Resource id of the account, for alerts.')
output id string = account.id

@description('Address of the account.')
output endpoint string = account.properties.documentEndpoint

@description('Name of the database.')
output databaseName string = database.name

@description('Name of the container.')
output containerName string = container.name
