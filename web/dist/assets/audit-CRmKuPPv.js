import{A as e,C as t,Et as n,H as r,Xt as i,b as a,l as o,ot as s,rr as c,u as l,v as u}from"./parts-B-bH2Ew4.js";import{t as d}from"./audit-entries-Dfnh-51N.js";import{n as f,t as p}from"./chosen-BVeh98C6.js";import{i as m}from"./data-C3ZHwZO7.js";import{t as h}from"./organisation-filter-BP0BGi5w.js";import{t as g}from"./texts-noC5RxBl.js";var _=`account-plan.approved account-plan.assigned account-plan.rejected
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
webhook.read webhook.rotated webhook.tested`.split(/\s+/);function v(e){let t=Date.parse(`${e}T00:00:00`);return Number.isNaN(t)?``:new Date(t).toISOString()}function y(e){let t=Date.parse(e);return Number.isNaN(t)?``:new Date(t+864e5).toISOString().slice(0,10)}var b=c(),x=[`action`,`organisation`,`application`,`person`,`from`,`to`,`after`];function S(){let c=g(),[{action:S,organisation:C,application:w,person:T,from:E,to:D,after:O},k]=a(x),A={action:_.includes(S)?S:void 0,organisation:C,application:w,person:T,since:v(E),until:v(y(D)),cursor:O},j=n(m([`audit`,A],()=>s(r.GET(`/bank/audit`,{params:{query:{limit:50,...u(A)}}})))),M=(0,b.jsxs)(b.Fragment,{children:[(0,b.jsx)(o,{label:c(`action`),choices:_.map(e=>({value:e,label:e})),value:S,onChange:e=>k({action:e,after:``})}),(0,b.jsx)(h,{value:C,onChange:e=>k({organisation:e,after:``})}),(0,b.jsx)(i,{label:c(`from`),type:`date`,value:E,onChange:e=>k({from:e.currentTarget.value,after:``})}),(0,b.jsx)(i,{label:c(`to`),type:`date`,value:D,onChange:e=>k({to:e.currentTarget.value,after:``})}),(0,b.jsx)(p,{id:w,onClear:()=>k({application:``,after:``})}),(0,b.jsx)(f,{id:T,onClear:()=>k({person:``,after:``})})]});return(0,b.jsxs)(b.Fragment,{children:[(0,b.jsx)(e,{title:c(`audit`),text:c(`auditText`)}),(0,b.jsx)(l,{filters:M,query:j,loading:c(`loadingAudit`),after:O,onPage:e=>k({after:e}),children:({entries:e})=>(0,b.jsx)(d,{entries:e,caption:c(`audit`),withOrganisation:!0,empty:(0,b.jsx)(t,{title:c(`noneFound`),text:c(`noneFoundText`)})})})]})}export{S as Component};