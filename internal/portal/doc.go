// Package portal holds the domain of the developer programme of a bank: organisations and their people, applications
// with their credentials, plans, reviews, the catalogue, usage, and the record of who did what. It knows no HTTP and no
// SQL: the server calls Service, which keeps the rules, and a Store keeps what there is.
//
// One file holds one idea: its types, its rules as methods of Service, and what it needs of the Store as an interface.
// Every method takes the Actor on whose behalf it works and refuses what that actor may not do; every decision and
// every change of an application, a person, a plan or an organisation is written into the audit log in the same
// transaction. Times are UTC and the server's: the clocks of sandboxes never reach this package.
package portal
