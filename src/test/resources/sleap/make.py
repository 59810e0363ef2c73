"""Makes the files of this folder with h5py, as sleap-io's "SLP File Format" and SLEAP's own writer lay them out.

labels.slp        format 1.3 as sleap-io writes it: datasets in one piece; images are files
old.slp           format 1.0: coordinates from the corner of a pixel; datasets in chunks, as SLEAP writes them
package.pkg.slp   encoded frames in the file, of one length, of video 3
variable.pkg.slp  encoded frames, each of its own length
compressed.slp    points that are compressed
"""
import json
import struct
import zlib

import h5py
import numpy as np

NAN = float("nan")
INSTANCE = [("instance_id", "i8"), ("instance_type", "u1"), ("frame_id", "u8"), ("skeleton", "u4"), ("track", "i4"),
            ("from_predicted", "i8"), ("score", "f4"), ("point_id_start", "u8"), ("point_id_end", "u8"),
            ("tracking_score", "f4")]
FRAME = [("frame_id", "u8"), ("video", "u4"), ("frame_idx", "u8"), ("instance_id_start", "u8"), ("instance_id_end", "u8")]
POINT = [("x", "f8"), ("y", "f8"), ("visible", "?"), ("complete", "?")]


def png(grey, width=8, height=6):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + bytes([grey] * width) for _ in range(height))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def edge(kind):
    return {"py/reduce": [{"py/type": "sleap.skeleton.EdgeType"}, {"py/tuple": [kind]}]}


METADATA = {
    "version": "2.0.0",
    "skeletons": [{
        "directed": True, "multigraph": True, "graph": {"name": "face", "num_edges_inserted": 2},
        "nodes": [{"id": 1}, {"id": 0}, {"id": 2}],
        "links": [
            {"edge_insert_idx": 0, "key": 0, "source": 1, "target": 2, "type": edge(1)},
            {"edge_insert_idx": 1, "key": 0, "source": 0, "target": 2, "type": {"py/id": 1}},
            {"key": 0, "source": 0, "target": 1, "type": edge(2)},
            {"key": 0, "source": 1, "target": 0, "type": {"py/id": 2}}]}],
    "nodes": [{"name": "left_eye", "weight": 1.0}, {"name": "right_eye", "weight": 1.0},
              {"name": "n\u00e4se", "weight": 1.0}],
    "videos": [], "tracks": [], "suggestions": [], "negative_anchors": {}, "provenance": {}}


def write(name, version, videos, frames, instances, points, predicted, maxshape=None, compression=None):
    with h5py.File(name, "w") as f:
        group = f.require_group("metadata")
        group.attrs["format_id"] = version
        group.attrs["json"] = np.bytes_(json.dumps(METADATA, separators=(",", ":"), ensure_ascii=False).encode())
        f.create_dataset("videos_json", data=[np.bytes_(json.dumps(v)) for v in videos], maxshape=(None,))
        f.create_dataset("tracks_json", data=[np.bytes_(json.dumps([0, "a"]))], maxshape=(None,))
        dtype = INSTANCE if version >= 1.2 else INSTANCE[:-1]
        instances = [i if version >= 1.2 else i[:-1] for i in instances]
        for key, rows, kind in [("points", points, POINT), ("pred_points", predicted, POINT + [("score", "f8")]),
                                ("instances", instances, dtype), ("frames", frames, FRAME)]:
            f.create_dataset(key, data=np.array(rows, dtype=kind), maxshape=maxshape, compression=compression)


POINTS = [(5.25, 2.5, True, True), (2.0, 2.5, True, False), (NAN, NAN, False, False),
          (6.0, 1.0, False, True), (1.5, 1.25, True, True), (4.0, 4.5, True, True)]
PREDICTED = [(1.0, 1.0, True, False, 0.5)] * 3
INSTANCES = [(0, 0, 0, 0, 0, -1, 0.0, 0, 3, 0.0), (1, 1, 0, 0, -1, -1, 0.9, 0, 3, 0.0), (2, 0, 1, 0, -1, -1, 0.0, 3, 6, 0.0)]
FRAMES = [(0, 0, 0, 0, 2), (1, 0, 2, 2, 3), (2, 0, 1, 3, 3)]
FILES = {"type": "ImageVideo", "shape": [3, 6, 8, 1], "filename": "/home/someone/faces/a/one.png",
         "filenames": ["/home/someone/faces/a/one.png", "/home/someone/faces/a/two.png", "/home/someone/faces/b/three.png"],
         "grayscale": True}

write("labels.slp", 1.3, [{"filename": FILES["filename"], "backend": FILES}], FRAMES, INSTANCES, POINTS, PREDICTED)
write("old.slp", 1.0, [{"backend": {"filename": "C:\\films\\faces.mp4", "bgr": True}}], FRAMES, INSTANCES, POINTS,
      PREDICTED, maxshape=(None,))
write("compressed.slp", 1.3, [{"backend": FILES}], FRAMES, INSTANCES, POINTS, PREDICTED, compression="gzip")
EMBEDDED = {"type": "HDF5Video", "filename": ".", "dataset": "video3/video", "shape": [3, 6, 8, 1]}
SPARSE = [(0, 3, 40, 0, 2), (1, 3, 17, 2, 3), (2, 3, 99, 3, 3)]
IMAGES = {17: png(170), 40: png(40), 99: png(99, 8, 6)}
for name, fixed in [("package.pkg.slp", True), ("variable.pkg.slp", False)]:
    write(name, 1.4, [{"filename": ".", "backend": EMBEDDED}], SPARSE, INSTANCES, POINTS, PREDICTED)
    with h5py.File(name, "a") as f:
        images = [np.frombuffer(image, dtype="int8") for image in IMAGES.values()]
        if fixed:
            data = f.create_dataset("video3/video", (3, max(len(i) for i in images) + 5), dtype="int8", compression="gzip")
            for row, image in enumerate(images):
                data[row, :len(image)] = image
        else:
            data = f.create_dataset("video3/video", (3,), dtype=h5py.special_dtype(vlen=np.dtype("int8")))
            for row, image in enumerate(images):
                data[row] = image
        data.attrs["format"] = "png"
        data.attrs["channel_order"] = "RGB"
        f.create_dataset("video3/frame_numbers", data=list(IMAGES))
