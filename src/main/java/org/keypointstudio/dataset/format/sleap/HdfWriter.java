package org.keypointstudio.dataset.format.sleap;

import io.jhdf.checksum.JenkinsLookup3HashLittle;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the few kinds of things that a file of SLEAP needs, since the library that reads HDF5
 * writes no compounds: groups, attributes, and datasets of one dimension that lie in one piece. By
 * the "HDF5 File Format Specification Version 3.0": superblock version 2, object headers version 2.
 * Pieces are appended, so that what a group names is written before it.
 */
final class HdfWriter {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
  private static final int SUPERBLOCK_BYTES = 48;
  private static final int LONGEST_MESSAGE = 65_500;
  private static final long UNDEFINED = -1;
  private static final int DATASPACE = 1;
  private static final int LINK_INFO = 2;
  private static final int DATATYPE = 3;
  private static final int FILL_VALUE = 5;
  private static final int LINK = 6;
  private static final int LAYOUT = 8;
  private static final int GROUP_INFO = 10;
  private static final int ATTRIBUTE = 12;

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  /** Something that a group names. */
  record Named(String name, long address) {}

  /** A value that describes a group: what was put into a buffer so far. */
  record Attribute(String name, HdfType type, ByteBuffer value) {}

  private static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private long append(byte[] bytes) {
    long address = SUPERBLOCK_BYTES + (long) body.size();
    body.writeBytes(bytes);
    while (body.size() % 8 != 0) {
      body.write(0);
    }
    return address;
  }

  /**
   * Writes a dataset.
   *
   * @param values one behind the other
   */
  Named dataset(String name, HdfType type, byte[] values) {
    long rows = values.length / type.bytes();
    long address = values.length == 0 ? UNDEFINED : append(values);
    List<byte[]> messages = new ArrayList<>();
    messages.add(message(DATASPACE, simple(rows)));
    messages.add(message(DATATYPE, buffer(type.message().length).put(type.message())));
    messages.add(message(FILL_VALUE, buffer(2).put((byte) 3).put((byte) 0x0a)));
    messages.add(
        message(
            LAYOUT,
            buffer(18).put((byte) 3).put((byte) 1).putLong(address).putLong(values.length)));
    return new Named(name, append(header(messages)));
  }

  /** Writes a group of what was written before. */
  Named group(String name, List<Named> children, List<Attribute> attributes) {
    List<byte[]> messages = new ArrayList<>();
    messages.add(
        message(LINK_INFO, buffer(18).putShort((short) 0).putLong(UNDEFINED).putLong(UNDEFINED)));
    messages.add(message(GROUP_INFO, buffer(2).putShort((short) 0)));
    for (Named child : children) {
      byte[] text = child.name().getBytes(StandardCharsets.UTF_8);
      messages.add(
          message(
              LINK,
              buffer(11 + text.length)
                  .put((byte) 1)
                  .put((byte) 0)
                  .put((byte) text.length)
                  .put(text)
                  .putLong(child.address())));
    }
    attributes.forEach(attribute -> messages.add(message(ATTRIBUTE, describe(attribute))));
    return new Named(name, append(header(messages)));
  }

  /**
   * The whole file.
   *
   * @param root the group of everything
   */
  byte[] file(Named root) {
    ByteBuffer superblock = buffer(SUPERBLOCK_BYTES);
    superblock.put(SIGNATURE).put((byte) 2).put((byte) 8).put((byte) 8).put((byte) 0);
    superblock.putLong(0).putLong(UNDEFINED).putLong(SUPERBLOCK_BYTES + (long) body.size());
    superblock.putLong(root.address());
    superblock.putInt(JenkinsLookup3HashLittle.hash(HdfType.written(superblock)));
    return HdfType.written(
        buffer(SUPERBLOCK_BYTES + body.size()).put(superblock.flip()).put(body.toByteArray()));
  }

  private static ByteBuffer simple(long rows) {
    return buffer(12).put((byte) 2).put((byte) 1).put((byte) 0).put((byte) 1).putLong(rows);
  }

  private static ByteBuffer describe(Attribute attribute) {
    byte[] name = (attribute.name() + "\0").getBytes(StandardCharsets.UTF_8);
    byte[] type = attribute.type().message();
    byte[] scalar = {2, 0, 0, 0};
    byte[] value = HdfType.written(attribute.value());
    if (value.length > LONGEST_MESSAGE - name.length) {
      throw new IllegalArgumentException("an attribute of HDF5 has less than 64 KiB");
    }
    return buffer(9 + name.length + type.length + scalar.length + value.length)
        .put((byte) 3)
        .put((byte) 0)
        .putShort((short) name.length)
        .putShort((short) type.length)
        .putShort((short) scalar.length)
        .put((byte) 1)
        .put(name)
        .put(type)
        .put(scalar)
        .put(value);
  }

  private static byte[] message(int kind, ByteBuffer content) {
    byte[] bytes = HdfType.written(content);
    return HdfType.written(
        buffer(4 + bytes.length)
            .put((byte) kind)
            .putShort((short) bytes.length)
            .put((byte) 0)
            .put(bytes));
  }

  private static byte[] header(List<byte[]> messages) {
    int length = messages.stream().mapToInt(message -> message.length).sum();
    ByteBuffer header = buffer(4 + 2 + 4 + length + 4);
    header.put("OHDR".getBytes(StandardCharsets.US_ASCII)).put((byte) 2).put((byte) 2);
    header.putInt(length);
    messages.forEach(header::put);
    header.putInt(JenkinsLookup3HashLittle.hash(HdfType.written(header)));
    return HdfType.written(header);
  }
}
