/** What the registry says of a mandate's practices, bodies and roles, in the domain's own words. */
@NullMarked
package uk.onevoice.mandates.adapter.registry;

import org.jspecify.annotations.NullMarked;
