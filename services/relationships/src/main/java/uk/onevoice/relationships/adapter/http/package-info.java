/** Key relationships over HTTP, as contracts/openapi/relationships.yaml describes it. */
@NullMarked
package uk.onevoice.relationships.adapter.http;

import org.jspecify.annotations.NullMarked;
