/**
 * What is the matter with a port that does not come up. Start with {@link
 * org.rejoin.tck.doctor.Doctor}.
 */
@NullMarked
package org.rejoin.tck.doctor;

import org.jspecify.annotations.NullMarked;
