#!/usr/bin/env python3
"""Computes merkle-golden.txt with Python's hashlib, independently of the Java code and after the definition only:

    python3 merkle_golden.py > merkle-golden.txt

Salts and contents are made of counters, so that nothing but this file is needed. Each line: the number of leaves, the root.
Leaf hashes are sorted before the tree is built. The tree is RFC 6962's recursion, section 2.1, read literally.
"""
import hashlib


def sha(data):
    return hashlib.sha256(data).digest()


def mth(leaves):
    if not leaves:
        return sha(b"")
    if len(leaves) == 1:
        return leaves[0]
    k = 1
    while 2 * k < len(leaves):
        k *= 2
    return sha(b"\x01" + mth(leaves[:k]) + mth(leaves[k:]))


def leaf(i):
    salt = sha(b"salt %d" % i)
    content = ("content %d 内容" % i).encode()
    return sha(b"\x00" + salt + content)


for n in [0, 1, 2, 3, 4, 5, 7, 8, 9, 100, 1000]:
    print(n, mth(sorted(leaf(i) for i in range(n))).hex())
