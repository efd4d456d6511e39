/**
 * The platform's parts as beans, from the service's settings; each starts only where its settings
 * are.
 */
@NullMarked
package uk.onevoice.service.wiring;

import org.jspecify.annotations.NullMarked;
