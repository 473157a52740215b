using 'main.bicep'

// The installation that offices hand in to: one instance stays warm, files are in three data centres, backups reach back a month.
param environmentName = 'prod'
param alertEmails = [
  'operator@example.org' // yours, and at least one more person's
]
param monthlyBudget = 6000 // in the currency of your billing account
param budgetStart = '2026-12-01' // the first day of the month in which you deploy for the first time; never again
param alwaysReadyInstances = 1
param storageSku = 'Standard_ZRS'
param documentsBackup = 'Continuous30Days'
param logDailyGb = 5
param traceShare = '0.2'
