/**
 * What the two ends of the pipeline must agree on: the five schemas, the event body and headers,
 * the layout of datasets on disk, typed settings, and the few durable-file primitives that state
 * and data share.
 */
package io.stocktrend.record;
