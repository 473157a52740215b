// Who is told of what. Alerts on logs ask the workspace what the host and the application have sent there.

@description('Beginning of the names of alerts.')
@minLength(1)
@maxLength(60)
param namePrefix string

@description('Azure region.')
param location string

@description('Tags of every resource.')
param tags object

@description('E-mail addresses that are told.')
@minLength(1)
param emails array

@description('Resource id of the Log Analytics workspace.')
param workspaceId string

@description('Resource id of the Cosmos DB account.')
param documentsId string

@description('Answers 5xx in 15 minutes above which somebody is told.')
@minValue(0)
@maxValue(10000)
param failedRequests int

@description('Throttled requests (429) to Cosmos DB in 15 minutes above which somebody is told.')
@minValue(0)
@maxValue(1000000)
param throttledRequests int

@description('Whether the alert on waiting reminders is switched on.')
param remindersOn bool

@description('Reminders that wait to be sent, above which somebody is told.')
@minValue(0)
@maxValue(100000)
param waitingReminders int

// No version of the application sends this metric yet: reminders are still to come. It is named here, and only here, so that
// the code that will send it has one place to agree with; until then remindersOn is false and the alert is off.
var backlogMetric = 'cdd.reminders.backlog'

// Host and application each report a request, sampled; the larger of the two counts, so that a dead worker is seen as well.
var failuresQuery = 'AppRequests | where toint(ResultCode) between (500 .. 599) | summarize Requests = sum(ItemCount) by AppRoleName | summarize Value = max(Requests)'

// Metrics are never sampled, so a run that is missing here was none.
var timerRuns = 'AppMetrics | where Name == "cdd.timer.duration" | extend Timer = tostring(Properties["cdd.timer"]), Outcome = tostring(Properties["cdd.outcome"])'

var logAlerts = [
  {
    name: 'requests-fail'
    description: 'Requests were answered 5xx. The log of the same time has the cause: docs/deploy.md, "Read the logs".'
    query: failuresQuery
    operator: 'GreaterThan'
    threshold: failedRequests
    every: 'PT5M'
    window: 'PT15M'
    severity: 1
    enabled: true
  }
  {
    name: 'storage-unavailable'
    description: 'Cosmos DB or Blob storage did not answer within the budget of a request; clients were told to come again (503).'
    query: 'AppMetrics | where Name == "cdd.store.outages" | summarize Value = sum(Sum)'
    operator: 'GreaterThan'
    threshold: 0
    every: 'PT5M'
    window: 'PT15M'
    severity: 1
    enabled: true
  }
  {
    name: 'timer-fails'
    description: 'A timer has failed within an hour and no run of it has gone well since.'
    query: '${timerRuns} | summarize arg_max(TimeGenerated, Outcome) by Timer | where Outcome !in ("ok", "aborted") | summarize Value = count()'
    operator: 'GreaterThan'
    threshold: 0
    every: 'PT15M'
    window: 'PT1H'
    severity: 2
    enabled: true
  }
  {
    name: 'timer-silent'
    description: 'CloseWindows runs every five minutes, and has not run for an hour: the app does not start, or nothing is deployed.'
    query: '${timerRuns} | where Timer == "CloseWindows" | summarize Value = sum(ItemCount)'
    operator: 'LessThan'
    threshold: 1
    every: 'PT15M'
    window: 'PT1H'
    severity: 1
    enabled: true
  }
  {
    name: 'reminders-wait'
    description: 'Reminders are due and not sent.'
    query: 'AppMetrics | where Name == "${backlogMetric}" | summarize Value = max(Max)'
    operator: 'GreaterThan'
    threshold: waitingReminders
    every: 'PT15M'
    window: 'PT1H'
    severity: 2
    enabled: remindersOn
  }
]

resource actionGroup 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${namePrefix}-operators'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'cddfunctions'
    emailReceivers: [
      for (email, i) in emails: {
        name: 'operator-${i}'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource logAlert 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in logAlerts: {
    name: '${namePrefix}-${alert.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: '${namePrefix}: ${alert.name}'
      description: alert.description
      enabled: alert.enabled
      severity: alert.severity
      scopes: [workspaceId]
      evaluationFrequency: alert.every
      windowSize: alert.window
      autoMitigate: true
      // A new workspace does not have the tables until the first telemetry arrives.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: alert.query
            metricMeasureColumn: 'Value'
            timeAggregation: 'Total'
            operator: alert.operator
            threshold: alert.threshold
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: [actionGroup.id]
      }
    }
  }
]

resource throttled 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${namePrefix}-documents-throttled'
  location: 'global'
  tags: tags
  properties: {
    description: 'Cosmos DB refused requests (429). The SDK tries again, so few harm nobody; many make people wait.'
    enabled: true
    severity: 2
    scopes: [documentsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'throttled'
          metricNamespace: 'Microsoft.DocumentDB/databaseAccounts'
          metricName: 'TotalRequests'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: throttledRequests
          dimensions: [
            {
              name: 'StatusCode'
              operator: 'Include'
              values: ['429']
            }
          ]
        }
      ]
    }
    actions: [
      {
        actionGroupId: actionGroup.id
      }
    ]
  }
}

@description('Resource id of the group that is told.')
output actionGroupId string = actionGroup.id
