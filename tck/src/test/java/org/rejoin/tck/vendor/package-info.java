/**
 * Holds the callback names to what the vendor shipped. The vendor's files are fetched for the test
 * and are no part of the project.
 */
@NullMarked
package org.rejoin.tck.vendor;

import org.jspecify.annotations.NullMarked;
