// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

/// A plain ERC-20 token: what a payment is on an Ethereum node, with nothing else to pay for.
contract Token {
    string public constant name = "Benchmark";
    string public constant symbol = "BNC";
    uint8 public constant decimals = 2;

    uint256 public totalSupply;
    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => uint256)) public allowance;
    address private immutable issuer = msg.sender;

    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);

    error InsufficientBalance();
    error InsufficientAllowance();
    error NotIssuer();

    /// Gives each of many owners so much.
    function issue(address[] calldata owners, uint256 value) external {
        if (msg.sender != issuer) revert NotIssuer();
        totalSupply += owners.length * value;
        for (uint256 i = 0; i < owners.length; i++) {
            balanceOf[owners[i]] += value;
            emit Transfer(address(0), owners[i], value);
        }
    }

    function transfer(address to, uint256 value) external returns (bool) {
        move(msg.sender, to, value);
        return true;
    }

    function approve(address spender, uint256 value) external returns (bool) {
        allowance[msg.sender][spender] = value;
        emit Approval(msg.sender, spender, value);
        return true;
    }

    function transferFrom(address from, address to, uint256 value) external returns (bool) {
        uint256 allowed = allowance[from][msg.sender];
        if (allowed < value) revert InsufficientAllowance();
        allowance[from][msg.sender] = allowed - value;
        move(from, to, value);
        return true;
    }

    function move(address from, address to, uint256 value) private {
        uint256 held = balanceOf[from];
        if (held < value) revert InsufficientBalance();
        unchecked {
            // Whoever has it all has at most the supply, which cannot overflow.
            balanceOf[from] = held - value;
            balanceOf[to] += value;
        }
        emit Transfer(from, to, value);
    }
}
