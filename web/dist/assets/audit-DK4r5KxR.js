import{t as e}from"./TextInput-BTJcVS-9.js";import{t}from"./useQuery-BU2RKiG5.js";import{a as n,v as r}from"./problem-alert-CyzFvl26.js";import{t as i}from"./empty-FGrr5gNg.js";import{r as a,t as o}from"./filters-Cd9iH3Oe.js";import{n as s,t as c}from"./listing-DJt-2yDb.js";import{t as l}from"./page-header-BbAKVfho.js";import{t as u}from"./audit-entries-DpTvKpEJ.js";import{n as d,t as f}from"./chosen-D4Q0smnX.js";import{i as p}from"./data-DATCOo6p.js";import{t as m}from"./organisation-filter-BBFw2NjR.js";import{t as h}from"./texts-q8tJ1DUK.js";import{t as g}from"./jsx-runtime-Wy9s6hX0.js";var _=`account-plan.approved account-plan.assigned account-plan.rejected
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
webhook.read webhook.rotated webhook.tested`.split(/\s+/);function v(e){let t=Date.parse(`${e}T00:00:00`);return Number.isNaN(t)?``:new Date(t).toISOString()}function y(e){let t=Date.parse(e);return Number.isNaN(t)?``:new Date(t+864e5).toISOString().slice(0,10)}var b=g(),x=[`action`,`organisation`,`application`,`person`,`from`,`to`,`after`];function S(){let g=h(),[{action:S,organisation:C,application:w,person:T,from:E,to:D,after:O},k]=a(x),A={action:_.includes(S)?S:void 0,organisation:C,application:w,person:T,since:v(E),until:v(y(D)),cursor:O},j=t(p([`audit`,A],()=>r(n.GET(`/bank/audit`,{params:{query:{limit:50,...o(A)}}})))),M=(0,b.jsxs)(b.Fragment,{children:[(0,b.jsx)(c,{label:g(`action`),choices:_.map(e=>({value:e,label:e})),value:S,onChange:e=>k({action:e,after:``})}),(0,b.jsx)(m,{value:C,onChange:e=>k({organisation:e,after:``})}),(0,b.jsx)(e,{label:g(`from`),type:`date`,value:E,onChange:e=>k({from:e.currentTarget.value,after:``})}),(0,b.jsx)(e,{label:g(`to`),type:`date`,value:D,onChange:e=>k({to:e.currentTarget.value,after:``})}),(0,b.jsx)(f,{id:w,onClear:()=>k({application:``,after:``})}),(0,b.jsx)(d,{id:T,onClear:()=>k({person:``,after:``})})]});return(0,b.jsxs)(b.Fragment,{children:[(0,b.jsx)(l,{title:g(`audit`),text:g(`auditText`)}),(0,b.jsx)(s,{filters:M,query:j,loading:g(`loadingAudit`),after:O,onPage:e=>k({after:e}),children:({entries:e})=>(0,b.jsx)(u,{entries:e,caption:g(`audit`),withOrganisation:!0,empty:(0,b.jsx)(i,{title:g(`noneFound`),text:g(`noneFoundText`)})})})]})}export{S as Component};