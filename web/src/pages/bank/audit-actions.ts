/** What the audit log knows of, for the field that chooses among it. */
export const auditActions: readonly string[] = `
account-plan.approved account-plan.assigned account-plan.rejected
agreement.accepted agreement.published agreement.recorded agreement.withdrawn
api-plan.approved api-plan.rejected
application.approved application.changed application.created application.deleted application.disabled application.enabled
application.lifted application.partner-scope-set application.rejected application.revised application.suspended
catalogue.changed
credential.read credential.revoked credential.rotated
delivery.resent
enquiry.answered enquiry.created
invitation.created invitation.resent invitation.withdrawn
member.joined member.removed member.role-changed
message.read
organisation.changed organisation.created organisation.lifted organisation.relationship-manager-set organisation.suspended
overlay.deleted overlay.downloaded overlay.published overlay.rolled-back overlay.saved overlay.withdrawn
person.activated person.activation-resent person.changed person.email-change-requested person.email-changed person.locked
person.password-changed person.password-forgotten person.password-reset person.registered person.unlocked
plan.changed plan.created plan.deleted
request.created request.withdrawn
session.ended session.refused session.started
settings.changed
staff.invitation-resent staff.invitation-withdrawn staff.invited staff.joined staff.removed staff.role-changed
stage.approved stage.rejected
subscription.approved subscription.rejected subscription.removed subscription.requested
webhook.read webhook.rotated webhook.tested
`
  .trim()
  .split(/\s+/);
