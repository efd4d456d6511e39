/**
 * The pages in a real browser: signed in through the real Keycloak, with sessions in the real
 * PostgreSQL, over APIs that answer what a test has told them.
 */
@NullMarked
package uk.onevoice.web.browser;

import org.jspecify.annotations.NullMarked;
