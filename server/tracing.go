package server

import (
	"net/http"

	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"
)

// traced makes a span of every request, where there is something that takes spans.
func traced(h http.Handler, o *Options) http.Handler {
	if o.Traces == nil {
		return h
	}
	options := []otelhttp.Option{
		otelhttp.WithTracerProvider(o.Traces),
		otelhttp.WithSpanNameFormatter(func(_ string, r *http.Request) string { return method(r.Method) }),
		otelhttp.WithFilter(func(r *http.Request) bool {
			return r.URL.Path != "/healthz" && r.URL.Path != "/readyz" && r.URL.Path != "/metrics"
		}),
	}
	if o.TraceContext != nil {
		options = append(options, otelhttp.WithPropagators(o.TraceContext))
	}
	return otelhttp.NewHandler(h, "", options...)
}

// trace names the span of a call for its route, and says which rule or problem answered. Nothing that a caller sent is in
// it.
func (k *call) trace(status int) {
	span := trace.SpanFromContext(k.gin.Request.Context())
	if !span.IsRecording() {
		return
	}
	span.SetName(method(k.gin.Request.Method) + " " + k.where())
	span.SetAttributes(attribute.String("http.route", k.where()), attribute.Int("http.response.status_code", status), attribute.String("sandbank.request_id", k.id))
	if k.rule != "" {
		span.SetAttributes(attribute.String("sandbank.scenario", k.scenario), attribute.String("sandbank.rule", k.rule))
	}
	if k.code != "" {
		span.SetAttributes(attribute.String("sandbank.code", k.code))
	}
	if k.client != nil {
		span.SetAttributes(attribute.String("sandbank.application", k.client.Application))
	}
}
