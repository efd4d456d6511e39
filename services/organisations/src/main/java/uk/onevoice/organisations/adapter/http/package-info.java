/** The registry over HTTP, as contracts/openapi/organisations.yaml describes it. */
@NullMarked
package uk.onevoice.organisations.adapter.http;

import org.jspecify.annotations.NullMarked;
