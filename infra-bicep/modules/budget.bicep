// Tells when the resource group costs more than planned. It stops nothing.

@description('Name of the budget.')
@minLength(1)
@maxLength(63)
param name string

@description('Money a month, in the currency of the billing account.')
@minValue(1)
param monthlyAmount int

@description('First day of the month in which the budget begins: yyyy-MM-01. Azure never lets it be changed afterwards.')
@minLength(10)
@maxLength(10)
param startDate string

@description('E-mail addresses that are told.')
@minLength(1)
param emails array

@description('Resource id of the group that is told as well.')
param actionGroupId string

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: name
  properties: {
    category: 'Cost'
    amount: monthlyAmount
    timeGrain: 'Monthly'
    timePeriod: { startDate: startDate }
    notifications: {
      spent80: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: emails
        contactGroups: [actionGroupId]
      }
      spent100: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 100
        thresholdType: 'Actual'
        contactEmails: emails
        contactGroups: [actionGroupId]
      }
      forecast100: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: emails
        contactGroups: [actionGroupId]
      }
    }
  }
}
