package org.rejoin.tck.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.rejoin.tck.run.Progress;

/** A stream whose bytes count as progress when they are read. */
final class CountedStream extends FilterInputStream {
  private final Progress progress;

  CountedStream(InputStream in, Progress progress) {
    super(in);
    this.progress = progress;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    progress.done(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    progress.done(Math.max(0, read));
    return read;
  }
}
