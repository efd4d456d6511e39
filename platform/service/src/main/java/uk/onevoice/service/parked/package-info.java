/**
 * What this service's consumers have parked, and what an administrator may do about it. Its
 * addresses are no API: the router leads nobody here, only who reaches the service's own port.
 */
@NullMarked
package uk.onevoice.service.parked;

import org.jspecify.annotations.NullMarked;
