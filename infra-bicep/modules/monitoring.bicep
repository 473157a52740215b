// Where logs, traces and metrics end up: one workspace, and Application Insights on top of it.

import { roleIds } from 'roles.bicep'

@description('Name of the Log Analytics workspace.')
@minLength(4)
@maxLength(63)
param workspaceName string

@description('Name of the Application Insights resource.')
@minLength(1)
@maxLength(255)
param insightsName string

@description('Azure region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param retentionDays int

@description('GB a day after which the workspace takes no more until the next day. Alerts on logs are blind from then on.')
@minValue(1)
@maxValue(100)
param dailyGb int

@description('Object id of the application\'s identity, which sends telemetry.')
param principalId string

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionDays
    workspaceCapping: { dailyQuotaGb: dailyGb }
    features: {
      disableLocalAuth: true
      // Who may read a resource may read its logs, and no more.
      enableLogAccessUsingOnlyResourcePermissions: true
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    IngestionMode: 'LogAnalytics'
    // The key in the connection string is then only an address: writing needs the role below.
    DisableLocalAuth: true
  }
}

resource publisher 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, principalId, roleIds['Monitoring Metrics Publisher'])
  scope: insights
  properties: {
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roleIds['Monitoring Metrics Publisher']
    )
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

@description('Resource id of the workspace, for diagnostic settings and alerts.')
output workspaceId string = workspace.id

@description('Id under which the workspace is queried (az monitor log-analytics query -w).')
output workspaceCustomerId string = workspace.properties.customerId

@description('Address of Application Insights. No secret: local authentication is off.')
output connectionString string = insights.properties.ConnectionString
