/**
 * What tests of every module share: given/when/then for deciders, architecture rules, checks that
 * hold code and contracts together. Used in test scope only.
 */
@NullMarked
package uk.onevoice.testkit;

import org.jspecify.annotations.NullMarked;
