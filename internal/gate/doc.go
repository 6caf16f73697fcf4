// Package gate stands in front of the bank's APIs where partners use them: it knows whose key a call carries, whether its
// application may call the API now, and how many calls its organisation has left. It knows no HTTP and no SQL.
//
// The hot path is a few look-ups in memory. What a key stands for is kept until the database says that something has
// changed, which is asked at most twice a second however many calls come; a change made by this very process is seen at
// once. Quotas are taken from the database in shares, so that many calls cost one statement: several processes together
// never let more calls pass than a quota allows, and may let fewer pass while one of them holds a share that it does not
// use. A share that is lost with its process is lost.
//
// Times are the server's. A quota's day and hours are those of Asia/Kolkata; clocks of sandboxes never reach this package.
package gate
