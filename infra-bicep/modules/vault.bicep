// Holds the secrets of the installation. The templates never see a value: the operator writes them with az (docs/deploy.md),
// and a secret made here with a placeholder would overwrite the real one at the next deployment.

import { roleIds } from 'roles.bicep'

@description('Name of the vault: letters, digits and hyphens.')
@minLength(3)
@maxLength(24)
param name string

@description('Azure region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Object id of the application\'s identity, which reads secrets.')
param principalId string

@description('Object ids of users or groups that write secrets.')
param operators array

@description('Resource id of the Log Analytics workspace.')
param workspaceId string

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: subscription().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    // Key Vault references on Flex Consumption fail when the vault takes only certain networks.
    publicNetworkAccess: 'Enabled'
  }
}

// Vault-wide: the secrets do not exist yet, and nothing else is kept here.
resource reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, principalId, roleIds['Key Vault Secrets User'])
  scope: vault
  properties: {
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roleIds['Key Vault Secrets User']
    )
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

// No principalType: these exist already and can be users or groups.
resource writers 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for operator in operators: {
    name: guid(vault.id, operator, roleIds['Key Vault Secrets Officer'])
    scope: vault
    properties: {
      roleDefinitionId: subscriptionResourceId(
        'Microsoft.Authorization/roleDefinitions',
        roleIds['Key Vault Secrets Officer']
      )
      principalId: operator
    }
  }
]

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'AuditEvent'
        enabled: true
      }
    ]
  }
}

@description('Name of the vault.')
output name string = vault.name

@description('Address of the vault, with a slash at the end.')
output uri string = vault.properties.vaultUri
