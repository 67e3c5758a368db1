/**
 * The callbacks of iOS and macOS. Start with {@link org.rejoin.platform.ios.IosAdapter}; apps
 * implement {@link org.rejoin.platform.ios.RtcEngineDelegate}.
 */
@NullMarked
package org.rejoin.platform.ios;

import org.jspecify.annotations.NullMarked;
