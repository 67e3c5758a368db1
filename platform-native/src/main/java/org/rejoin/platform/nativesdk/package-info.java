/**
 * The callbacks of Android, Windows and Linux. Start with {@link
 * org.rejoin.platform.nativesdk.NativeSdkAdapter}; apps implement {@link
 * org.rejoin.platform.nativesdk.RtcEngineEventHandler}.
 */
@NullMarked
package org.rejoin.platform.nativesdk;

import org.jspecify.annotations.NullMarked;
