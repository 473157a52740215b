using 'main.bicep'

// A place to try things: scales to zero, keeps little, tells one address.
param environmentName = 'dev'
param alertEmails = [
  'operator@example.org' // yours
]
param monthlyBudget = 1500 // in the currency of your billing account
param budgetStart = '2026-12-01' // the first day of the month in which you deploy for the first time; never again
param keepDeletedDays = 7
param keepVersionsDays = 7
param logDays = 30
