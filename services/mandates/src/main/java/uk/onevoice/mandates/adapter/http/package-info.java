/** Mandates over HTTP, as contracts/openapi/mandates.yaml describes it. */
@NullMarked
package uk.onevoice.mandates.adapter.http;

import org.jspecify.annotations.NullMarked;
